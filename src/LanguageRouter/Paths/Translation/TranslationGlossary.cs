using LanguageRouter.Paths.Translation.Protection;

namespace LanguageRouter.Paths.Translation;

/// <summary>The terms of a tenant: how they are translated both ways, and which are never translated.</summary>
/// <remarks>Immutable and safe for concurrent use. Make one per version of the list, not one per request.</remarks>
public sealed class TranslationGlossary
{
    /// <summary>Initializes a glossary.</summary>
    /// <param name="version">Names this version of the list; another version makes remembered translations invalid.</param>
    /// <param name="terms">The terms: source in the users' language, target in the model's.</param>
    /// <param name="neverTranslated">Words that stay as they are in both directions.</param>
    public TranslationGlossary(string version, IEnumerable<GlossaryTerm> terms, IEnumerable<string>? neverTranslated = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        ArgumentNullException.ThrowIfNull(terms);
        Version = version;
        var all = terms.Where(t => t.Source.Length > 0 && t.Target.Length > 0).ToArray();
        var kept = (neverTranslated ?? []).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        NeverTranslated = kept;
        var forward = all.Where(t => t.Direction != GlossaryDirection.ToUser).ToArray();
        var backward = all.Where(t => t.Direction != GlossaryDirection.ToModel).ToArray();
        Conflicts =
        [
            .. forward.GroupBy(t => t.Source, StringComparer.Ordinal).Where(g => g.Select(t => t.Target).Distinct(StringComparer.Ordinal).Skip(1).Any())
                .Select(g => $"'{g.Key}' has several translations; the first is used."),
            .. backward.GroupBy(t => t.Target, StringComparer.OrdinalIgnoreCase).Where(g => g.Select(t => t.Source).Distinct(StringComparer.Ordinal).Skip(1).Any())
                .Select(g => $"'{g.Key}' translates several terms; on the way back the first is used."),
            .. all.Where(t => t.Source != t.Target && kept.Contains(t.Source, StringComparer.Ordinal)).Select(t => $"'{t.Source}' has a translation and is never translated; it stays."),
        ];
        Forward = new TermTable(forward.ExceptBy(kept, t => t.Source, StringComparer.Ordinal), kept);
        Backward = new TermTable(backward.ExceptBy(kept, t => t.Source, StringComparer.Ordinal).Select(t => new GlossaryTerm(t.Target, t.Source)), kept);
    }

    /// <summary>Gets the version of the list.</summary>
    public string Version { get; }

    /// <summary>Gets the contradictions of the list and how each is settled, for the people who keep it.</summary>
    public IReadOnlyList<string> Conflicts { get; }

    /// <summary>Gets the words that are never translated.</summary>
    public IReadOnlyList<string> NeverTranslated { get; }

    internal TermTable Forward { get; }

    internal TermTable Backward { get; }
}
