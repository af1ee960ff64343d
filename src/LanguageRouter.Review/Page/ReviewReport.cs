using System.Security.Cryptography;
using System.Text;
using LanguageRouter.Review.Page;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review;

/// <summary>Writes the review page with its figures as one HTML file that needs nothing else.</summary>
public static class ReviewReport
{
    private const int Decisions = 50;

    /// <summary>Writes a report.</summary>
    /// <param name="store">The store.</param>
    /// <param name="output">Where to, in UTF-8; it stays open.</param>
    /// <param name="days">How many days before the newest record.</param>
    /// <param name="terms">The terms of the verdicts; <see langword="null"/> for the defaults.</param>
    /// <param name="time">The time; <see langword="null"/> for the system's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that ends with the file.</returns>
    public static async Task WriteAsync(
        IRecordStore store, Stream output, int days = 30, VerdictTerms? terms = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(output);
        var snapshot = await SnapshotAsync(new ReviewViews(store, status: null, terms, time ?? TimeProvider.System), store, days, cancellationToken).ConfigureAwait(false);
        var style = string.Concat(ReviewAssets.Styles.Select(ReviewAssets.Text));
        var script = string.Join("\n;\n", ReviewAssets.Scripts.Select(ReviewAssets.Text));
        var page = ReviewAssets.Text("index.html");
        var head = page.IndexOf("<!-- assets -->", StringComparison.Ordinal);
        var end = page.IndexOf("<!-- /assets -->", StringComparison.Ordinal);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(
            $"{page[..head]}<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; base-uri 'none'; form-action 'none'\">\n"
            + $"<style>{style}</style>\n<script type=\"application/json\" id=\"snapshot\">{snapshot}</script>\n{page[(end + "<!-- /assets -->".Length)..].Replace("</body>", $"<script>{script}</script>\n</body>", StringComparison.Ordinal)}")
            .ConfigureAwait(false);
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<string> SnapshotAsync(ReviewViews views, IRecordStore store, int days, CancellationToken cancellationToken)
    {
        var json = new StringBuilder("{");
        foreach (var view in ReviewViews.Names)
        {
            await AppendAsync(view, await views.WriteAsync(view, name => name == "days" ? days.ToString(System.Globalization.CultureInfo.InvariantCulture) : null, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }

        var page = await store.ListAsync(RecordFilter.All, after: null, Decisions, cancellationToken).ConfigureAwait(false);
        foreach (var line in page.Lines)
        {
            await AppendAsync($"decisions/{line.Id}", await views.WriteDecisionAsync(line.Id, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }

        return json.Append('}').ToString();

        ValueTask AppendAsync(string name, byte[]? view)
        {
            // The writer escapes < and >, so that no name in a record can end the script element.
            json.Append(json.Length > 1 ? "," : "").Append('"').Append(name).Append("\":").Append(view is null ? "null" : Encoding.UTF8.GetString(view));
            return ValueTask.CompletedTask;
        }
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
