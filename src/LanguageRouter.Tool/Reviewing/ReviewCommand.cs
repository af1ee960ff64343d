using LanguageRouter.Review.Verdicts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.Tool.Reviewing;

/// <summary>Serves the review page of a store on this machine until it is interrupted.</summary>
internal sealed class ReviewCommand(Terminal terminal)
{
    public required string Store { get; init; }

    public int Port { get; init; }

    public required VerdictTerms Terms { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await StoreFile.UseAsync(Store, async store =>
        {
            // A file that cannot be read is said here, and not by a page in a browser.
            await store.ReadExtentAsync(cancellationToken).ConfigureAwait(false);
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));
            builder.Services.AddSingleton(store);
            builder.Services.AddSingleton(Terms);
            var application = builder.Build();
            await using (application.ConfigureAwait(false))
            {
                application.MapLanguageRouterReview("/");
                await application.StartAsync(cancellationToken).ConfigureAwait(false);
                await terminal.Error.WriteLineAsync($"The review page of {store.Place}: {application.Urls.First()}/  (Ctrl+C ends it)").ConfigureAwait(false);
                await application.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
