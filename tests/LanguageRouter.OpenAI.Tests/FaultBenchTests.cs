using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Tests.Faults;
using LanguageRouter.OpenAI.Tests.Testing;

namespace LanguageRouter.OpenAI.Tests;

/// <summary>Every fault that an endpoint has, through the real clients over real sockets.</summary>
public sealed class FaultBenchTests
{
    // What a loaded machine may add to the configured time.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryFaultEndsAsThePageSays()
    {
        var rows = await FaultBench.RunAsync(Token);
        Assert.All(rows, row => Assert.All(row.Outcomes, outcome => Check(row.Fault, outcome.Outcome)));
        var page = await File.ReadAllTextAsync(PageOf("resilience.md"), Token);

        // `eval faults --write FILE` writes the table anew; a change of it is a change of behaviour.
        Assert.Equal(FaultTable.Read(page).ReplaceLineEndings("\n"), FaultTable.Write(rows));
    }

    [Theory]
    [InlineData("echo", false)]
    [InlineData("echo", true)]
    [InlineData("echo-in-stream", false)]
    [InlineData("echo-in-stream", true)]
    [InlineData("huge-error", true)]
    public async Task NoPromptAndNoKeyInLogsRecordsAndTheRoutersOwnExceptions(string fault, bool stream)
    {
        await using var server = new FaultServer();
        using var log = new RecordingLog();
        await using var router = new FaultRouter(server, fault, second: false, log: log);
        var outcome = await router.AskAsync(stream, Token);
        Assert.NotNull(outcome.Error);
        Assert.DoesNotContain(log.Lines, line => line.Contains("秘密", StringComparison.Ordinal) || line.Contains(FaultRouter.Key, StringComparison.Ordinal) || line.Contains("xxxxxxxx", StringComparison.Ordinal));

        // The SDK's own exception carries the endpoint's words to the caller, as without the router; the key is taken out of them.
        Assert.DoesNotContain(FaultRouter.Key, outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.True(outcome.Error.ToString().Length < 100_000);
        if (fault == "echo-in-stream")
        {
            Assert.DoesNotContain("秘密", outcome.Error.ToString(), StringComparison.Ordinal);
        }

        var record = System.Text.Json.JsonSerializer.Serialize(outcome.Record.Decision, Readable) + string.Join('\n', outcome.Record.Attempts);
        Assert.DoesNotContain("秘密", record, StringComparison.Ordinal);
        Assert.DoesNotContain(FaultRouter.Key, record, StringComparison.Ordinal);
    }

    private static void Check(Fault fault, FaultOutcome outcome)
    {
        var attempts = outcome.Record.Attempts;
        var last = attempts[^1];

        // 1. No silent end: a good end is a whole answer, and anything else an error that the record names too.
        if (outcome.Error is null)
        {
            Assert.Equal(AttemptOutcome.Succeeded, last.Outcome);
            Assert.Equal(fault.Name == "finish-only" ? "" : FaultAnswers.Text, outcome.Text);
        }
        else
        {
            Assert.Contains(last.Outcome, new[] { AttemptOutcome.Failed, AttemptOutcome.Broken });
            Assert.NotNull(last.Error);
        }

        // 2. No double output: once text of a route has reached the caller, no other route is tried.
        Assert.All(attempts.SkipLast(1), attempt => Assert.Equal(AttemptOutcome.Failed, attempt.Outcome));
        Assert.True(outcome.Text.Length == 0 || attempts.Length == 1 || outcome.Text == FaultAnswers.Text, outcome.Text);

        // 3. No hang beyond the configured time.
        Assert.True(outcome.Elapsed < 3 * FaultRouter.Limit + Slack, $"{fault.Name} took {outcome.Elapsed}");

        // 4. What failed is on the account, and where the model had begun to answer it is never 0.
        Assert.All(attempts, attempt => Assert.False(attempt.Outcome == AttemptOutcome.Broken && attempt.Cost is { IsKnown: true, LikelyUsd: 0 }));
        Assert.Equal(attempts.All(attempt => attempt.Cost.IsKnown), outcome.Record.ActualCost.IsKnown);
    }

    private static string PageOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs", name);
    }
}
