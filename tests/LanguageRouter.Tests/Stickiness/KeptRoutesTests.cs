using LanguageRouter.Execution;
using LanguageRouter.Policies;
using LanguageRouter.Scoring;
using LanguageRouter.Stickiness;
using LanguageRouter.Tests.Testing;

namespace LanguageRouter.Tests.Stickiness;

public sealed class KeptRoutesTests
{
    [Theory]
    [InlineData(0, AttemptOutcome.Succeeded, AttemptOutcome.Superseded)]
    [InlineData(0, AttemptOutcome.Succeeded, AttemptOutcome.Failed)]
    [InlineData(1, AttemptOutcome.Failed, AttemptOutcome.Succeeded)]
    [InlineData(1, AttemptOutcome.Superseded, AttemptOutcome.Broken)]
    public void TheRouteThatAnsweredIsKeptAndNotTheOneThatEndedLast(int answered, params AttemptOutcome[] outcomes)
    {
        var route = RoutingConfiguration.Create(TestRouter.Options()).Defaults.DefaultRoute;
        var attempts = outcomes.Select(outcome => new RouteAttempt { Route = route, Outcome = outcome, Duration = TimeSpan.Zero, Legs = [], Cost = CostInterval.Exact(0) }).ToList();

        Assert.Same(attempts[answered], KeptRoutes.Answered(attempts));
    }

    [Fact]
    public void WhereNoneAnsweredNoneIsKept()
    {
        var route = RoutingConfiguration.Create(TestRouter.Options()).Defaults.DefaultRoute;

        Assert.Null(KeptRoutes.Answered([new RouteAttempt { Route = route, Outcome = AttemptOutcome.Failed, Duration = TimeSpan.Zero, Legs = [], Cost = CostInterval.Exact(0) }]));
    }
}
