using LanguageRouter.Evaluation.Budgets;

namespace LanguageRouter.Redis.Tests;

public sealed class RedisProcessesTests
{
    [RedisFact]
    public async Task FourProcessesOfWhichTwoAreKilledStayUnderTheLimitAndSumsAreExact()
    {
        using var output = new StringWriter();
        Assert.True(await BudgetRedisCommand.RunAsync(processes: 4, requests: 120, output), output.ToString());
    }
}
