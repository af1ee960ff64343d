using LanguageRouter.Policies;

namespace LanguageRouter.Learning;

/// <summary>Reads the wording files that the policies of a configuration name, each once however many policies name it.</summary>
internal static class WordingFiles
{
    /// <summary>Reads them; mistakes have the path of the first setting that names the file.</summary>
    public static Dictionary<string, WordingPredictor> Read(RoutingOptions options, List<string> errors)
    {
        var read = new Dictionary<string, WordingPredictor>(StringComparer.Ordinal);
        var failed = new HashSet<string>(StringComparer.Ordinal);
        Add("Defaults", options.Defaults);
        foreach (var (name, policy) in options.Policies)
        {
            Add($"Policies:{name}", policy);
        }

        foreach (var (tenant, policy) in options.Tenants)
        {
            Add($"Tenants:{tenant}", policy);
        }

        return read;

        void Add(string path, RoutingPolicyOptions policy)
        {
            if (policy.Learning?.Wording is not { } file || file == LearningOptions.NoWording || read.ContainsKey(file) || !failed.Add(file))
            {
                return;
            }

            if (Read(file, $"{path}:Learning:Wording", options, errors) is { } predictor)
            {
                read[file] = predictor;
            }
        }
    }

    private static WordingPredictor? Read(string file, string path, RoutingOptions options, List<string> errors)
    {
        try
        {
            var predictor = new WordingPredictor(WordingFile.Read(File.ReadAllText(file), Path.GetFileName(file)));
            if (predictor.Models.Count(options.Models.ContainsKey) >= 2)
            {
                return predictor;
            }

            errors.Add($"{path} is '{file}', which knows {string.Join(", ", predictor.Models)}; of these fewer than two are under Models. Fix: learn it again with --model NAME=ROUTE, where NAME is one of {string.Join(", ", options.Models.Keys)}.");
        }
        catch (FormatException exception)
        {
            errors.Add($"{path}: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.Add($"{path} is '{file}', which cannot be read: {exception.Message} Fix: correct the path, or write the file with language-router learning wording.");
        }

        return null;
    }
}
