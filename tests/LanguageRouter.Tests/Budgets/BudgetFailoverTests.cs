using System.Net;
using LanguageRouter.Budgets;
using LanguageRouter.Policies;
using LanguageRouter.Stickiness;
using LanguageRouter.Tests.Resilience;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Tests.Budgets;

public sealed class BudgetFailoverTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly JournalLedger _ledger = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALedgerThatGoesAwayDuringAFailoverDoesNotHideTheProvidersError(bool stream)
    {
        await using var router = Router();
        router.Direct = Streams.Client("", new HttpRequestException("down", null, HttpStatusCode.BadGateway), before: _ =>
        {
            _ledger.IsAway = true;
            return Task.CompletedTask;
        });
        router.Other = Streams.Client("other");
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => router.AskAsync(stream));
        Assert.Equal("down", error.Message);
        Assert.Empty(router.Other.Requests);
        Assert.Equal([BudgetChargeKind.Reserved, BudgetChargeKind.Unavailable], Assert.Single(await router.RecordsAsync()).BudgetCharges.Select(charge => charge.Kind));
    }

    [Fact]
    public async Task ALedgerThatIsAwayFromTheStartRefusesTheRequestAndAsksForOneRouteOnly()
    {
        _ledger.IsAway = true;
        await using var router = Router();
        await Assert.ThrowsAsync<BudgetUnavailableException>(() => router.AskAsync());
        Assert.Single(Assert.Single(await router.RecordsAsync()).BudgetCharges);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALedgerThatIsAwayWhenASecondRouteWouldBeAskedLeavesTheFirstItsTime(bool stream)
    {
        await using var router = Router(hedge: true);
        router.Direct = Streams.Client("direct", before: token =>
        {
            _ledger.IsAway = true;
            return Task.Delay(TimeSpan.FromSeconds(5), router.Time, token);
        });
        router.Other = Streams.Client("other");
        Assert.Equal("direct", (await router.AskWhileTimePassesAsync(stream, Step)).Text);
        Assert.Empty(router.Other.Requests);
    }

    [Fact]
    public async Task TheReservationOfARouteThatIsBusyIsGivenBackBeforeTheNextOneIsAsked()
    {
        await using var router = Router(options => options.Routes[0].Resilience = new RouteResilienceOptions { MaxConcurrency = 1, QueueLength = 0 });
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        router.Direct = Streams.Client("direct", before: _ =>
        {
            begun.SetResult();
            return end.Task;
        });
        router.Other = Streams.Client("other", before: _ =>
        {
            // Of the second request: the reservation for the busy route is back, the one for this route is held.
            Assert.Equal(["reserve", "reserve", "settle 0", "reserve"], _ledger.Journal);
            return Task.CompletedTask;
        });
        var first = router.AskAsync();
        await begun.Task.WaitAsync(Token);
        Assert.Equal("other", (await router.AskAsync()).Text);
        end.SetResult();
        Assert.Equal("direct", (await first).Text);
        Assert.Equal(5, _ledger.Journal.Count(entry => entry.StartsWith("reserve", StringComparison.Ordinal) || entry != "settle 0"));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 60)]
    [InlineData(true, 60)]
    public async Task AConversationKeepsTheRouteThatAnsweredAndNotTheOneThatLostLater(bool stream, int seconds)
    {
        await using var router = Router(hedge: true);
        router.Direct = Streams.Client("direct", before: token => Task.Delay(TimeSpan.FromSeconds(1 + seconds), router.Time, token));
        router.Other = Streams.Client("other", before: token => Task.Delay(TimeSpan.FromSeconds(1), router.Time, token));
        var asked = Ask();
        while (!asked.IsCompleted)
        {
            router.Time.Advance(Step);
            await Task.Yield();
        }

        var winner = (await asked).Text;
        await router.RecordsAsync();
        var policy = ((RoutingConfiguration)router.Client.GetService(typeof(RoutingConfiguration))!).Defaults;
        var kept = await router.Services.GetRequiredService<IConversationMemory>().RecallAsync(new ConversationKey("", policy.Version, ConversationScope.Conversation, "c"), Token);
        Assert.Equal(winner, kept!.Route);

        Task<ChatResponse> Ask()
        {
            var (messages, options) = (TestRouter.User("量子力学を簡単に説明してください。"), new ChatOptions().WithRoutingConversation("c"));
            return stream ? router.Client.GetStreamingResponseAsync(messages, options, Token).ToChatResponseAsync(Token) : router.Client.GetResponseAsync(messages, options, Token);
        }
    }

    private ResilienceRouter Router(Action<RoutingOptions>? change = null, bool hedge = false) => new(
        options =>
        {
            options.Defaults.Mode = RoutingMode.Enforce;
            options.Defaults.Budget = new BudgetOptions { Limits = [new() { Period = BudgetPeriod.Day, HardUsd = 1 }], WhenUnavailable = UnavailableLedger.Refuse };
            options.Defaults.Resilience.HedgeAfter = hedge ? TimeSpan.FromSeconds(1) : null;
            change?.Invoke(options);
        },
        services: services => services.AddSingleton<IBudgetLedger>(_ledger));

    /// <summary>Writes down what is asked of it, and is away when told.</summary>
    private sealed class JournalLedger : IBudgetLedger
    {
        private readonly List<string> _journal = [];

        public volatile bool IsAway;

        public IReadOnlyList<string> Journal
        {
            get
            {
                lock (_journal)
                {
                    return [.. _journal];
                }
            }
        }

        public BudgetStanding GetStanding(string tenant, BudgetPolicy budget) => BudgetStanding.Unknown;

        public ValueTask<BudgetReservation> ReserveAsync(string tenant, BudgetPolicy budget, decimal usd, bool enforce, CancellationToken cancellationToken)
        {
            Note("reserve");
            return new(IsAway ? BudgetReservation.Unavailable : BudgetReservation.Granted(new BudgetLease { Id = Guid.NewGuid(), Tenant = tenant, ReservedUsd = usd, Windows = [] }));
        }

        public ValueTask SettleAsync(BudgetLease lease, decimal usd)
        {
            Note(usd == 0 ? "settle 0" : "settle");
            return ValueTask.CompletedTask;
        }

        private void Note(string entry)
        {
            lock (_journal)
            {
                _journal.Add(entry);
            }
        }
    }
}
