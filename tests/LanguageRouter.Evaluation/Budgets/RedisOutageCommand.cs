namespace LanguageRouter.Evaluation.Budgets;

/// <summary>Redis killed and back three times under load, then made to hang three times.</summary>
internal static class RedisOutageCommand
{
    public static int Run(EvaluationOptions options)
    {
        var result = RunAsync().GetAwaiter().GetResult();
        Console.WriteLine(result);
        return result is { WrongRefusals: 0, GrantedAfterwards: true } && result.SettledUsd == result.LedgerUsd ? 0 : 1;
    }

    private static async Task<RedisOutage> RunAsync()
    {
        await using var server = await RedisServer.StartAsync();
        return await RedisOutage.RunAsync(server, outages: 3, hangs: 3, TimeSpan.FromSeconds(4), TimeSpan.FromMilliseconds(250));
    }
}
