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
                $"| {Short(result.Cheap)} + {Short(result.Dear)} | {result.CheapQuality:.000} / {result.DearQuality:.000} | {result.Learner} | {result.Quality:.000} | {Signed(result.Gain.Estimate, 3)} [{Signed(result.Gain.Low, 3)}, {Signed(result.Gain.High, 3)}] | {result.ShareOfOracle:P0} of {Signed(result.OracleGain, 3)} | {result.Regret:.000} |");
        }

        yield return "";
        yield return "| cheaper + dearer | learnt by | USD per 1,000: cheaper / dearer / chosen | curve above the line [95 %] | APGR | CPT 50 % / 80 % | AIQ | RouterArena |";
        yield return "|---|---|---|---|---|---|---|---|";
        foreach (var result in results)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {Short(result.Cheap)} + {Short(result.Dear)} | {result.Learner} | {1000 * result.CheapCost:0.000} / {1000 * result.DearCost:0.000} / {1000 * result.Cost:0.000} | {Signed(result.AboveLine.Estimate, 4)} [{Signed(result.AboveLine.Low, 4)}, {Signed(result.AboveLine.High, 4)}] | {Apgr(result)} | {Share(result.Cpt(0.5))} / {Share(result.Cpt(0.8))} | {result.Aiq:.000} | {result.Arena:.000} |");
        }
    }

    // Between two singles of nearly one quality the share of the way from one to the other says nothing.
    private static string Apgr(ChoiceResult result) =>
        Math.Abs(result.DearQuality - result.CheapQuality) < 0.01 ? "-" : result.Apgr.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Signed(double value, int digits)
    {
        var rounded = Math.Round(value, digits);
        return (rounded < 0 ? "-" : "+") + Math.Abs(rounded).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string Share(double? share) => share is { } value ? value.ToString("P0", CultureInfo.InvariantCulture) : "-";

    private static string Short(string route) => route[(route.LastIndexOf("__", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];
}
