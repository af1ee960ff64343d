using LanguageRouter.OpenAI.Tests.Faults;

namespace LanguageRouter.Evaluation.Resilience;

/// <summary>Lets the flaky model fail in every way in turn: one request in ten, and for ten seconds of each minute nine of ten.</summary>
internal sealed class SoakFaults
{
    // Left out: what keeps a connection busy without end, what needs another endpoint, and what would take the route out for the whole of the soak.
    private static readonly Fault[] Faults = [.. Fault.All.Where(fault => fault.Name is not ("drip" or "huge-error" or "endless-error" or "refused" or "plain" or "dns" or "429-seconds" or "429-date"))];

    private static readonly Fault Good = Fault.Of("none");

    private long _asked;

    public Fault Choose(FaultRequest request)
    {
        if (request.Model != "flaky")
        {
            return Good;
        }

        var number = Interlocked.Increment(ref _asked);
        var isBad = TimeProvider.System.GetUtcNow().Second >= 50;
        return (number % 10 == 0) != isBad ? Faults[(int)(number / 10 % Faults.Length)] : Good;
    }
}
