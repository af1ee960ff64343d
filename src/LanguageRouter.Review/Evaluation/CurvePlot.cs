using System.Globalization;
using System.Security;
using System.Text;

namespace LanguageRouter.Review.Evaluation;

/// <summary>Draws cost-quality curves as SVG, one panel for each pair of routes.</summary>
internal static class CurvePlot
{
    private const int Columns = 2;
    private const int Width = 420;
    private const int Height = 260;
    private const int Left = 58;
    private const int Right = 14;
    private const int Top = 34;
    private const int Bottom = 40;

    public static string Draw(IReadOnlyList<IGrouping<(string Cheap, string Dear), ChoiceResult>> pairs)
    {
        var rows = (pairs.Count + Columns - 1) / Columns;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Columns * Width} {rows * Height}\" font-family=\"sans-serif\" font-size=\"11\">\n");
        svg.Append("<style>text{fill:#222}.axis{stroke:#888;fill:none}.line{stroke:#888;stroke-dasharray:4 3;fill:none}.c0{stroke:#0b6;fill:none;stroke-width:1.8}.c1{stroke:#c40;fill:none;stroke-width:1.8}.dot{fill:#222}@media(prefers-color-scheme:dark){text,.dot{fill:#ddd}}</style>\n");
        for (var i = 0; i < pairs.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({i % Columns * Width},{i / Columns * Height})\">\n");
            Panel(svg, [.. pairs[i]]);
            svg.Append("</g>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(StringBuilder svg, ChoiceResult[] results)
    {
        var first = results[0];
        var costs = results.SelectMany(result => result.Curve.Costs).ToArray();
        var qualities = results.SelectMany(result => result.Curve.Qualities).ToArray();
        var (left, right) = (costs.Min() * 1000, costs.Max() * 1000);
        var (low, high) = (Math.Floor(qualities.Min() * 50) / 50, Math.Ceiling(qualities.Max() * 50) / 50);
        double X(double cost) => Left + (cost * 1000 - left) / Math.Max(1e-12, right - left) * (Width - Left - Right);
        double Y(double quality) => Height - Bottom - (quality - low) / Math.Max(1e-12, high - low) * (Height - Top - Bottom);

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"14\" font-weight=\"bold\">{SecurityElement.Escape(Short(first.Cheap))} + {SecurityElement.Escape(Short(first.Dear))}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\"/>\n");
        for (var quality = low; quality <= high + 1e-9; quality += 0.02)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Y(quality) + 4:0.#}\" text-anchor=\"end\">{quality:0.00}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Height - Bottom + 15}\">{left:0.###}</text><text x=\"{Width - Right}\" y=\"{Height - Bottom + 15}\" text-anchor=\"end\">{right:0.###} USD per 1,000 requests</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"M{X(first.Curve.Costs[0]):0.#} {Y(first.CheapQuality):0.#}L{X(first.Curve.Costs[^1]):0.#} {Y(first.DearQuality):0.#}\"/>\n");
        for (var i = 0; i < results.Length; i++)
        {
            var points = results[i].Curve.Costs.Zip(results[i].Curve.Qualities, (cost, quality) => string.Create(CultureInfo.InvariantCulture, $"{X(cost):0.#},{Y(quality):0.#}"));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"c{i % 2}\" points=\"{string.Join(' ', points)}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + 8 + i * 130}\" y=\"{Height - 8}\">{(i == 0 ? "green" : "red")}: {SecurityElement.Escape(results[i].Learner)}</text>\n");
        }

        foreach (var (cost, quality) in ((double, double)[])[(first.Curve.Costs[0], first.CheapQuality), (first.Curve.Costs[^1], first.DearQuality)])
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot\" r=\"3.5\" cx=\"{X(cost):0.#}\" cy=\"{Y(quality):0.#}\"/>\n");
        }
    }

    // The maker's name before two underscores says nothing that the model's does not.
    private static string Short(string route) => route[(route.LastIndexOf("__", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];
}
