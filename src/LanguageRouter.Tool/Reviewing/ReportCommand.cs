using LanguageRouter.Review;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Tool.Reviewing;

/// <summary>Writes the review page with its figures as one HTML file.</summary>
internal sealed class ReportCommand(Terminal terminal)
{
    public required string Store { get; init; }

    public required string Output { get; init; }

    public int Days { get; init; }

    public required VerdictTerms Terms { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await StoreFile.UseAsync(Store, async store =>
        {
            var output = OutputFile.Create(Output, terminal);
            await using (output.ConfigureAwait(false))
            {
                await ReviewReport.WriteAsync(store, output, Days, Terms, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        await terminal.Error.WriteLineAsync($"Wrote {Output}.").ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
