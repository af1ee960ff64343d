using System.Collections.Frozen;

namespace LanguageRouter.Review.Page;

/// <summary>The files of the page, embedded in the assembly: nothing is loaded from anywhere else.</summary>
internal static class ReviewAssets
{
    private const string Prefix = "LanguageRouter.Review.Page.Assets.";

    /// <summary>In the order in which the page loads them.</summary>
    public static readonly string[] Scripts = ["uplot.js", "texts.js", "format.js", "charts.js", "views.js", "decision.js", "app.js"];

    public static readonly string[] Styles = ["uplot.css", "review.css"];

    private static readonly FrozenDictionary<string, byte[]> Files = new[] { "index.html", "icon.svg" }.Concat(Scripts).Concat(Styles).ToFrozenDictionary(name => name, Load, StringComparer.Ordinal);

    public static byte[]? Find(string name) => Files.GetValueOrDefault(name);

    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Files[name]);

    public static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/html; charset=utf-8",
    };

    private static byte[] Load(string name)
    {
        using var stream = typeof(ReviewAssets).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The page's file {name} is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
