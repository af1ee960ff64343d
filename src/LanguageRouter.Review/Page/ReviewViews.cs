using System.Text.Json;
using LanguageRouter.Review.Page.Views;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review.Page;

/// <summary>Answers the page's questions as JSON: the same for a served page and for a report in one file.</summary>
internal sealed class ReviewViews(IRecordStore store, StoreStatus? status, VerdictTerms? terms, TimeProvider time)
{
    public static readonly string[] Names = ["overview", "decisions", "pipe", "verdicts", "policies", "health"];

    /// <summary>Writes a view; null where there is none of this name.</summary>
    /// <exception cref="FormatException">A parameter cannot be read.</exception>
    public async ValueTask<byte[]?> WriteAsync(string view, Func<string, string?> value, CancellationToken cancellationToken)
    {
        var newest = await store.ListAsync(RecordFilter.All, after: null, 1, cancellationToken).ConfigureAwait(false);
        var query = ReviewQuery.Read(value, newest.Lines is [var line, ..] ? line.Time : time.GetUtcNow());
        return await WriteAsync(
            async writer =>
            {
                switch (view)
                {
                    case "overview":
                        await OverviewView.WriteAsync(writer, store, query, cancellationToken).ConfigureAwait(false);
                        return true;
                    case "decisions":
                        await DecisionsView.WriteAsync(writer, store, query, value("after"), cancellationToken).ConfigureAwait(false);
                        return true;
                    case "pipe":
                        await PipeView.WriteAsync(writer, store, query, cancellationToken).ConfigureAwait(false);
                        return true;
                    case "verdicts":
                        await VerdictsView.WriteAsync(writer, store, terms, query, cancellationToken).ConfigureAwait(false);
                        return true;
                    case "policies":
                        await PoliciesView.WriteAsync(writer, store, query, cancellationToken).ConfigureAwait(false);
                        return true;
                    case "health":
                        await HealthView.WriteAsync(writer, store, status, query, cancellationToken).ConfigureAwait(false);
                        return true;
                    default:
                        return false;
                }
            }).ConfigureAwait(false);
    }

    /// <summary>Writes one decision; null where there is none.</summary>
    public ValueTask<byte[]?> WriteDecisionAsync(Guid id, CancellationToken cancellationToken) =>
        WriteAsync(writer => DecisionsView.WriteOneAsync(writer, store, id, cancellationToken));

    private static async ValueTask<byte[]?> WriteAsync(Func<Utf8JsonWriter, ValueTask<bool>> write)
    {
        using var stream = new MemoryStream();
        var writer = new Utf8JsonWriter(stream);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            if (!await write(writer).ConfigureAwait(false))
            {
                return null;
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
