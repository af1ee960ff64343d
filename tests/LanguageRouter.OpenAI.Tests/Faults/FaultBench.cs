namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>Runs every fault, streamed and not, with and without a healthy second route.</summary>
internal static class FaultBench
{
    // Most of a fault is waiting: several at once keep the bench short.
    private const int AtOnce = 8;

    public static async Task<IReadOnlyList<FaultRow>> RunAsync(CancellationToken cancellationToken)
    {
        await using var server = new FaultServer();
        var rows = new FaultRow[Fault.All.Count];
        await Parallel.ForAsync(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            var fault = Fault.All[i];
            rows[i] = new FaultRow(fault, await AskAsync(server, fault, stream: false, second: false, token), await AskAsync(server, fault, stream: false, second: true, token), await AskAsync(server, fault, stream: true, second: false, token), await AskAsync(server, fault, stream: true, second: true, token));
        });
        return rows;
    }

    private static async Task<FaultOutcome> AskAsync(FaultServer server, Fault fault, bool stream, bool second, CancellationToken cancellationToken)
    {
        await using var router = new FaultRouter(server, fault.Name, second);
        return await router.AskAsync(stream, cancellationToken);
    }
}
