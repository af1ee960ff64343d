using LanguageRouter.Scoring.Usage;
using LanguageRouter.Signals;

namespace LanguageRouter.Scoring;

/// <summary>What estimated bills are made from again when somebody looks at them.</summary>
internal sealed class BillBasis
{
    private BillBasis(RequestSignals signals, LearntUsage usage)
    {
        Signals = signals;
        Usage = usage;
    }

    public RequestSignals Signals { get; }

    public LearntUsage Usage { get; }

    /// <summary>The signals by themselves where nothing was learnt, as for most requests.</summary>
    public static object Of(RequestSignals signals, LearntUsage? usage) => usage is null ? signals : new BillBasis(signals, usage);
}
