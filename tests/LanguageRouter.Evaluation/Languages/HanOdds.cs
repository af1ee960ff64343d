using System.Globalization;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Prints the raw log odds of each string of Han characters, for choosing thresholds.</summary>
internal static class HanOdds
{
    public static int Run(EvaluationOptions options)
    {
        var model = options.Rest.Count > 0 ? HanModel.Read(File.ReadAllBytes(options.Rest[0])) : HanModel.Default;
        foreach (var row in LidRows.Read(options).Where(row => row.Text.All(HanLexicon.IsHan)))
        {
            var (japanese, traditional) = model.Evidence(row.Text);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Set}\t{row.Expected}\t{japanese:F3}\t{traditional:F3}\t{row.Text}"));
        }

        return 0;
    }
}
