using LanguageRouter.Review.Export;
using LanguageRouter.Review.Store;

namespace LanguageRouter.Tool.Reviewing;

/// <summary>Writes records as JSON Lines or CSV.</summary>
internal sealed class ExportCommand(Terminal terminal)
{
    public required string Store { get; init; }

    public required string Output { get; init; }

    public bool Csv { get; init; }

    public bool WithText { get; init; }

    public required RecordFilter Filter { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (Csv && WithText)
        {
            throw new ToolException("CSV holds no text. Fix: leave --with-text out, or use --format jsonl.");
        }

        long count = 0;
        await StoreFile.UseAsync(Store, async store =>
        {
            var output = OutputFile.Create(Output, terminal);
            await using (output.ConfigureAwait(false))
            {
                count = Csv
                    ? await RecordExport.WriteCsvAsync(store, Filter, output, cancellationToken).ConfigureAwait(false)
                    : await RecordExport.WriteJsonLinesAsync(store, Filter, output, WithText, cancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        await terminal.Error.WriteLineAsync($"Wrote {count} records.").ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
