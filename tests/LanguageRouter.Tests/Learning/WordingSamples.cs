using LanguageRouter.Learning;

namespace LanguageRouter.Tests.Learning;

/// <summary>Wording files for tests.</summary>
internal static class WordingSamples
{
    /// <summary>Models that are equal but for one pair of characters.</summary>
    public static WordingFile File(string[] models, string pair, double[] weights, double error = 1) => new()
    {
        Judge = "judge",
        Language = "ja",
        Prompts = 187,
        Pooled = 5,
        Models = [.. models.Select(model => new WordingModel(model, 70, error, 0.1))],
        Gains = [new WordingGain(models[0], models[1], "other judge", -1, 2, 4)],
        Pairs = WordingPairs.Of(pair).ToDictionary(key => key.Key, IReadOnlyList<double> (_) => weights),
    };

    public static string Write(WordingFile file) => Write(file.Write());

    public static string Write(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), $"wording-{Guid.NewGuid():N}.json");
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
