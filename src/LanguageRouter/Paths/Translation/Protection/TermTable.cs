using System.Collections.Frozen;

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>The terms of one direction.</summary>
internal sealed class TermTable
{
    private readonly FrozenDictionary<string, GlossaryTerm> _terms;

    public TermTable(IEnumerable<GlossaryTerm> terms, IEnumerable<string> kept)
    {
        _terms = terms.Concat(kept.Select(k => new GlossaryTerm(k, k))).DistinctBy(t => t.Source, StringComparer.Ordinal)
            .ToFrozenDictionary(t => t.Source, StringComparer.Ordinal);
        All = new TermMatcher(_terms.Keys);
        Kept = new TermMatcher(_terms.Values.Where(t => t.Source == t.Target).Select(t => t.Source));
    }

    /// <summary>Finds every term: used where all are put in place by substitution.</summary>
    public TermMatcher All { get; }

    /// <summary>Finds the terms that are never translated.</summary>
    public TermMatcher Kept { get; }

    public GlossaryTerm this[string source] => _terms[source];

    /// <summary>Lists the terms that occur in a text.</summary>
    public IEnumerable<GlossaryTerm> In(string text) =>
        (All.FindAll(text) ?? []).Select(f => _terms[text.Substring(f.Start, f.Length)]).Distinct();
}
