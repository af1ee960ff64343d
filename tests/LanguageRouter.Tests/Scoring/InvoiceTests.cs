using System.Collections.Immutable;
using System.Numerics;
using CsCheck;
using LanguageRouter.Budgets;
using LanguageRouter.Execution;
using LanguageRouter.Paths;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Scoring;

/// <summary>What a record says a request cost is what the providers' invoices add up to, to the last unit.</summary>
public sealed class InvoiceTests
{
    private const int Requests = 10_000;
    private const decimal CharacterPrice = 20m;

    private static readonly Gen<decimal> Price = Gen.Int[1, 750_000].Select(units => units / 10_000m);

    // OpenAI: cached tokens inside the input, no charge for writing. Anthropic: outside, or inside by newer clients, and 1.25 times for writing.
    private static readonly Gen<Model> AnyModel = Gen.Select(Price, Price, Gen.Int[0, 2], Gen.Bool, Gen.Bool, (input, output, style, ownCached, ownReasoning) => new Model
    {
        Name = "m",
        ModelId = "m",
        Tokenizer = "o200k_base",
        InputCountIncludesCached = style != 1,
        Prices = new ModelPrices
        {
            Input = input,
            CachedInput = style != 0 || ownCached ? Math.Round(input / 10, 4) : null,
            CacheWrite = style == 0 ? null : Math.Round(input * 1.25m, 4),
            Output = output,
            Reasoning = ownReasoning ? Math.Round(output * 2, 4) : null,
        },
    });

    private static readonly Gen<int> Tokens = Gen.OneOf(Gen.Const(0), Gen.Int[1, 4_000], Gen.Int[1, 2_000_000]);

    private static Gen<ProviderCall> Call(LegKind kind, Model model) => Gen.Select(
        Tokens, Tokens, Tokens, Tokens, Tokens, (fresh, reads, writes, visible, reasoning) =>
            new ProviderCall(kind, model, fresh, reads, model.Prices.CacheWrite is null ? 0 : writes, visible, reasoning));

    // A request of one to four attempts: direct and translated, by a model or by a service billed by characters, whole or given up midway.
    private static readonly Gen<(RouteAttempt Attempt, BigInteger Invoice)> Attempt =
        from model in AnyModel
        from translator in AnyModel
        from path in Gen.Int[0, 2]
        from characters in Gen.Int[0, 100_000]
        from calls in Gen.Int[0, 3]
        from answers in Call(LegKind.Answer, model)
        from inbound in Call(LegKind.TranslateIn, translator)
        from back in Call(LegKind.TranslateOut, translator).Array[0, 3]
        from failed in Gen.Bool
        from oldClient in Gen.Bool
        select Make(model, translator, path, characters, failed ? calls : 3, answers, inbound, back, failed, oldClient);

    [Fact]
    public void The_sum_of_bills_is_the_sum_of_the_invoices()
    {
        var configuration = RoutingConfiguration.Create(TestRouter.Options());
        var policy = configuration.Defaults;
        var decision = new RoutingDecider(configuration).Decide([new ChatMessage(ChatRole.User, "こんにちは")]);
        var checkedRequests = 0;
        Attempt.Array[1, 4].Sample(
            attempts =>
            {
                ImmutableArray<RouteAttempt> tries = [.. attempts.Select(pair => pair.Attempt)];
                var request = new RoutingRequest { Tenant = "", Messages = [], Options = null, Policy = policy, IsStreamed = false, Conversation = null };
                using var telemetry = new BudgetTelemetry();
                var execution = new RouteExecution(decision, 0, new RequestBudget(request, decision, new MemoryBudgetLedger(TimeProvider.System), telemetry));
                foreach (var attempt in tries)
                {
                    execution.Add(attempt);
                }

                var record = new FinishedRequest(request, execution, default, default).ToRecord();
                var invoice = attempts.Aggregate(BigInteger.Zero, (sum, pair) => sum + pair.Invoice);
                Interlocked.Increment(ref checkedRequests);
                Assert.Equal(CostInterval.Exact((decimal)invoice * ProviderCall.Unit), record.ActualCost);
            },
            iter: Requests);
        Assert.True(checkedRequests >= Requests);
    }

    [Fact]
    public void Tokens_written_to_a_cache_without_a_price_make_the_cost_unknown()
    {
        var model = new Model { Name = "claude", ModelId = "claude", InputCountIncludesCached = false, Prices = new ModelPrices { Input = 3, Output = 15 } };
        var usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 10, AdditionalCounts = new() { ["CacheCreationInputTokens"] = 1_500 } };
        Assert.Equal("model 'claude' wrote to its prompt cache and has no cache write price", TokenPrice.Actual(model, usage).UnknownBecause);
    }

    private static (RouteAttempt Attempt, BigInteger Invoice) Make(
        Model model, Model translator, int path, int characters, int calls, ProviderCall answer, ProviderCall inbound, ProviderCall[] back, bool failed, bool oldClient)
    {
        var service = path == 2;
        var route = new Route
        {
            Name = "r",
            Kind = path == 0 ? RouteKind.Direct : RouteKind.Translated,
            Model = model,
            Translator = path == 0 ? null : new RouteTranslator { Name = "t", Model = service ? null : translator, PricePerMillionCharacters = service ? CharacterPrice : null },
        };
        var characterUnits = characters * new BigInteger(CharacterPrice * 10_000);
        (PathLeg, BigInteger)[] all = path == 0
            ? [(answer.Report(oldClient), answer.Invoice())]
            : service
                ? [(Characters(LegKind.TranslateIn), characterUnits), (answer.Report(oldClient), answer.Invoice()), (Characters(LegKind.TranslateOut), characterUnits)]
                : [(inbound.Report(oldClient), inbound.Invoice()), (answer.Report(oldClient), answer.Invoice()), .. back.Select(call => (call.Report(oldClient), call.Invoice()))];
        var ran = calls == 3 ? all : all[..Math.Clamp(calls, 1, all.Length)];
        PathLeg[] legs = [.. ran.Select(pair => pair.Item1)];
        return (
            new RouteAttempt
            {
                Route = route,
                Outcome = failed ? AttemptOutcome.Failed : AttemptOutcome.Succeeded,
                Error = failed ? RouteErrorClass.Path : null,
                Duration = TimeSpan.Zero,
                Legs = legs,
                Cost = LegCost.Of(route, legs),
            },
            ran.Aggregate(BigInteger.Zero, (sum, pair) => sum + pair.Item2));

        PathLeg Characters(LegKind kind) => new() { Kind = kind, BilledCharacters = characters };
    }
}
