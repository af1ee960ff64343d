using LanguageRouter.Execution;
using LanguageRouter.Policies;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests;

public sealed class ConcurrencyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AThousandRequestsOfTwoTenantsDoNotMix(bool streaming)
    {
        var token = TestContext.Current.CancellationToken;
        await using var router = new TestRouter(options =>
        {
            options.Tenants["observing"] = new RoutingPolicyOptions { Mode = RoutingMode.Observe };
            options.Tenants["enforcing"] = new RoutingPolicyOptions { QualityWeight = 0, QualityFloor = -100 };
        });
        foreach (var client in new[] { router.Frontier, router.Mini, router.Local })
        {
            client.OnResponse = async (messages, options, cancellationToken) =>
            {
                await Task.Yield();
                return new ChatResponse(new ChatMessage(ChatRole.Assistant, "answer to " + messages.Last().Text)) { Usage = new() { InputTokenCount = 1, OutputTokenCount = 1 } };
            };
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), new ParallelOptions { MaxDegreeOfParallelism = 1_000, CancellationToken = token }, async (i, cancellationToken) =>
        {
            var tenant = i % 2 == 0 ? "observing" : "enforcing";
            var options = new ChatOptions().WithRoutingTenant(tenant).WithRoutingConversation($"c{i / 2}");
            var prompt = $"{i}番の質問です。量子力学を簡単に説明してください。";
            var response = streaming
                ? await router.Client.GetStreamingResponseAsync(TestRouter.User(prompt), options, cancellationToken).ToChatResponseAsync(cancellationToken)
                : await router.Client.GetResponseAsync(TestRouter.User(prompt), options, cancellationToken);
            Assert.EndsWith(prompt, response.Text, StringComparison.Ordinal);
            Assert.Equal(tenant, response.GetRoutingDecision()!.Tenant);
        });

        await router.Client.FlushRecordsAsync(token);
        var records = router.Sink.Records;
        Assert.Equal(1_000, records.Count);
        Assert.Equal(1_000, records.Select(record => record.Decision.Id).Distinct().Count());
        Assert.All(records, record => Assert.Equal(AttemptOutcome.Succeeded, Assert.Single(record.Attempts).Outcome));
        Assert.All(records.Where(record => record.Decision.Tenant == "observing"), record => Assert.Equal("direct", record.Attempts[0].Route.Name));
        Assert.Equal(500, records.Count(record => record.Decision.Tenant == "enforcing" && record.Attempts[0].Route.Name == "japanese"));
    }
}
