using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Verification;
using LanguageRouter.Signals;

namespace LanguageRouter.Paths.Translation;

/// <summary>One direction of one request: what all its calls to the translator have in common.</summary>
internal sealed class TranslationJob(LegKind kind, string source, string target, LegLog legs)
{
    private int _nextId;

    public LegKind Kind { get; } = kind;

    public string Source { get; } = source;

    public string Target { get; } = target;

    public LanguagePair Languages { get; } = new(source, target);

    public LegLog Legs { get; } = legs;

    public string? Tenant { get; init; }

    public required FidelityLimits Limits { get; init; }

    public Register Register { get; init; }

    public TermTable? Terms { get; init; }

    public string? Context { get; init; }

    /// <summary>Gets the number of the next placeholder; numbers are unique in a job, so that none fits in a foreign slot.</summary>
    public int TakeIds(int count) => Interlocked.Add(ref _nextId, count) - count;

    /// <summary>Looks at the number that the next placeholder will get.</summary>
    public int NextId => Volatile.Read(ref _nextId);
}
