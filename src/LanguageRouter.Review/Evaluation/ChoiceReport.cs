using System.Globalization;

namespace LanguageRouter.Review.Evaluation;

/// <summary>Writes results of choice as Markdown tables.</summary>
internal static class ChoiceReport
{
    public static IEnumerable<string> Markdown(IReadOnlyList<ChoiceResult> results)
    {
        yield return "| cheaper + dearer | quality of each | learnt by | chosen | gain over the better [95 %] | share of the oracle's gain | regret |";
        yield return "|---|---|---|---|---|---|---|";
        foreach (var result in results)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {Short(result.Cheap)} + {Short(result.Dear)} | {result.CheapQuality:.000} / {result.DearQuality:.000} | {result.Learner} | {result.Quality:.000} | {result.Gain.Estimate:+0.000;-0.000} [{result.Gain.Low:+0.000;-0.000}, {result.Gain.High:+0.000;-0.000}] | {result.ShareOfOracle:P0} of {result.OracleGain:+0.000;-0.000} | {result.Regret:.000} |");
        }

        yield return "";
        yield return "| cheaper + dearer | learnt by | USD per 1,000: cheaper / dearer / chosen | curve above the line [95 %] | APGR | CPT 50 % / 80 % | AIQ | RouterArena |";
        yield return "|---|---|---|---|---|---|---|---|";
        foreach (var result in results)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {Short(result.Cheap)} + {Short(result.Dear)} | {result.Learner} | {1000 * result.CheapCost:0.000} / {1000 * result.DearCost:0.000} / {1000 * result.Cost:0.000} | {result.AboveLine.Estimate:+0.0000;-0.0000} [{result.AboveLine.Low:+0.0000;-0.0000}, {result.AboveLine.High:+0.0000;-0.0000}] | {Apgr(result)} | {Share(result.Cpt(0.5))} / {Share(result.Cpt(0.8))} | {result.Aiq:.000} | {result.Arena:.000} |");
        }
    }

    // Between two singles of nearly one quality the share of the way from one to the other says nothing.
    private static string Apgr(ChoiceResult result) =>
        Math.Abs(result.DearQuality - result.CheapQuality) < 0.01 ? "-" : result.Apgr.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Share(double? share) => share is { } value ? value.ToString("P0", CultureInfo.InvariantCulture) : "-";

    private static string Short(string route) => route[(route.LastIndexOf("__", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];
}
