using LanguageRouter.Scoring.Learning;
using LanguageRouter.Signals;

namespace LanguageRouter.Scoring;

/// <summary>What estimated bills are made from again when somebody looks at them.</summary>
internal sealed class BillBasis
{
    private BillBasis(RequestSignals signals, string? warmRoute, LearntUsage? usage)
    {
        Signals = signals;
        WarmRoute = warmRoute;
        Usage = usage;
    }

    public RequestSignals Signals { get; }

    public string? WarmRoute { get; }

    public LearntUsage? Usage { get; }

    /// <summary>The signals by themselves where nothing else matters, as for most requests.</summary>
    public static object Of(RequestSignals signals, string? warmRoute, LearntUsage? usage) =>
        warmRoute is null && usage is null ? signals : new BillBasis(signals, warmRoute, usage);
}
