using System.Diagnostics;

namespace LanguageRouter.Tests.Resilience;

public sealed class AttemptActivityTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatAClientDoesIsBelowItsAttempt(bool hedged)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "LanguageRouter",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var seen = new List<string?>();
        await using var router = new ResilienceRouter(options => options.Defaults.Resilience.HedgeAfter = hedged ? TimeSpan.FromHours(1) : TimeSpan.Zero)
        {
            Direct = Streams.Client("", new IOException("cut"), before: Note),
            Other = Streams.Client("other", before: Note),
        };
        foreach (var stream in new[] { false, true })
        {
            await router.AskAsync(stream);
        }

        Assert.Equal(["chat frontier-1", "chat mini-1", "chat frontier-1", "chat mini-1"], seen);

        Task Note(CancellationToken token)
        {
            seen.Add(Activity.Current?.OperationName);
            return Task.CompletedTask;
        }
    }
}
