using System.Collections.Immutable;
using HelloRouter;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Review.Records;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>Records of the sample's prompts, routed for real and answered by stand-ins; and any number of them, spread over a time.</summary>
internal static class SampleRecords
{
    /// <summary>Routes every sample prompt for three tenants and returns what was recorded, marked as simulated.</summary>
    public static async Task<ImmutableArray<RoutingRecord>> RouteAsync()
    {
        var sink = new ListSink();
        var services = new ServiceCollection();
        services.AddLanguageRouting(RoutingConfiguration.Create(StandInTenants.Options()));
        services.AddSingleton<IModelClients>(new StandInModels());
        services.AddSingleton<IRoutingRecordSink>(sink);
        await using (var provider = services.BuildServiceProvider())
        {
            var client = provider.GetRequiredService<LanguageRoutingChatClient>();
            foreach (var tenant in new[] { "observing", "careful", "thrifty" })
            {
                foreach (var (_, text) in Prompts.All)
                {
                    await client.GetResponseAsync(text, new ChatOptions().WithRoutingTenant(tenant));
                }
            }

            await client.FlushRecordsAsync();
        }

        return [.. sink.Records];
    }

    /// <summary>Spreads templates over a span: new identifiers in the order of time, a few busy combinations and many quiet ones, costs and times that vary.</summary>
    public static IEnumerable<StoredRecord> Spread(IReadOnlyList<StoredRecord> templates, int count, DateTimeOffset from, DateTimeOffset to, int seed, int tenants = 3)
    {
        var random = new Random(seed);
        var step = (to - from) / count;
        for (var i = 0; i < count; i++)
        {
            var time = from + step * i + step * random.NextDouble();
            var template = templates[(int)(templates.Count * Math.Pow(random.NextDouble(), 1.6))];
            var stretch = Math.Exp((random.NextDouble() - 0.5) * 0.8);
            var duration = TimeSpan.FromMilliseconds(Math.Round(900 * stretch * (template.Answered == "translated" ? 2.1 : 1) * (0.6 + random.NextDouble())));
            var first = TimeSpan.FromMilliseconds(Math.Round(duration.TotalMilliseconds * 0.35));
            var fails = random.Next(60) == 0;
            yield return template with
            {
                Id = Guid.CreateVersion7(time),
                Time = time,
                Tenant = tenants == 3 ? template.Tenant : $"tenant-{(int)(tenants * Math.Pow(random.NextDouble(), 2)):00}",
                Duration = duration,
                TimeToFirstUpdate = fails ? null : first,
                Streamed = !fails,
                Answered = fails ? null : template.Answered,
                ActualCost = fails ? CostInterval.Unknown("the route failed without reporting usage") : Scaled(template.ActualCost, stretch),
                Alternatives = [.. template.Alternatives.Select(alternative => alternative with { Cost = Scaled(alternative.Cost, stretch) })],
                Attempts =
                [
                    .. template.Attempts.Select(attempt => attempt with
                    {
                        Outcome = fails ? "failed" : attempt.Outcome,
                        Error = fails ? "rate-limit" : attempt.Error,
                        Duration = duration,
                        TimeToFirstUpdate = fails ? null : first,
                        Cost = fails ? CostInterval.Unknown("the route failed without reporting usage") : Scaled(attempt.Cost, stretch),
                    }),
                ],
                Shadow = i % 4 == 0 ? new StoredShadow("candidate-7", i % 12 == 0 ? "translated" : template.Chosen, i % 12 == 0 ? CostInterval.Of(-0.0012m, -0.0008m, 0.0001m) : CostInterval.Exact(0)) : null,
            };
        }
    }

    private static CostInterval Scaled(CostInterval cost, double factor)
    {
        return cost.IsKnown ? CostInterval.Of(Times(cost.LowUsd), Times(cost.LikelyUsd), Times(cost.HighUsd)) : cost;

        decimal Times(decimal usd) => Math.Round(usd * (decimal)factor, 9);
    }
}
