namespace LanguageRouter.Evaluation.Languages;

/// <summary>Reads the language identification set of the reference data.</summary>
internal static class LidRows
{
    public static IEnumerable<LanguageCase> Read(EvaluationOptions options)
    {
        foreach (var line in File.ReadLines(options.PathOf(Path.Combine("lid", "lid.tsv"))).Skip(1))
        {
            var fields = line.Split('\t');
            yield return new LanguageCase($"{fields[0]} {fields[1]}", fields[2] == "yue" ? "zh-Hant" : fields[2], fields[4]);
        }
    }
}
