using LanguageRouter.Paths.Translation;
using LanguageRouter.Signals;

namespace LanguageRouter.Policies;

/// <summary>Checks the section <c>Translation</c> of a policy together with what it inherits, contradictions of the glossary included.</summary>
internal static class TranslationPolicyValidator
{
    private const int LongestTerm = 100;

    /// <summary>Collects the mistakes of a policy.</summary>
    /// <param name="policy">The path of the policy.</param>
    /// <param name="own">The policy's own section; null where it has none.</param>
    /// <param name="inherited">The sections that it inherits from, the nearest first, each with the path of its policy.</param>
    /// <param name="errors">The mistakes found.</param>
    public static void Validate(string policy, TranslationPolicyOptions? own, IReadOnlyList<(string Policy, TranslationPolicyOptions? Options)> inherited, List<string> errors)
    {
        if (own is null)
        {
            return;
        }

        CheckValues($"{policy}:{TranslationPolicyReader.Section}", own, errors);
        if (own.Glossary is null && own.NeverTranslate is null)
        {
            return;
        }

        // One of the two lists may be inherited: a contradiction names the places of both, and is reported once.
        (string Policy, TranslationPolicyOptions? Options)[] chain = [(policy, own), .. inherited];
        var (glossaryPath, glossary) = Find(chain, options => options.Glossary, "Glossary");
        var (keptPath, kept) = Find(chain, options => options.NeverTranslate, "NeverTranslate");
        var found = new List<string>();
        CheckKept(keptPath, kept, found);
        CheckTerms(glossaryPath, glossary, keptPath, kept, found);
        errors.AddRange(found.Except(errors, StringComparer.Ordinal).ToArray());
    }

    private static void CheckValues(string path, TranslationPolicyOptions options, List<string> errors)
    {
        if (options.Register == Register.Unknown)
        {
            errors.Add($"{path}:Register is 'unknown'. Fix: write plain, polite or honorific; leave it out to infer it.");
        }

        if (options.MinimumSample < 1)
        {
            errors.Add($"{path}:MinimumSample is {options.MinimumSample}. Fix: write a number of sentences of 1 or more.");
        }

        if (options.HighestFailureRate is < 0 or > 1)
        {
            errors.Add(FormattableString.Invariant($"{path}:HighestFailureRate is {options.HighestFailureRate}. Fix: write a share of 0 to 1; 1 never excludes."));
        }

        if (options.Pause < TimeSpan.Zero)
        {
            errors.Add($"{path}:Pause is {options.Pause:c}. Fix: write a duration of 0 or more.");
        }

        foreach (var (name, tool) in options.Tools ?? new Dictionary<string, ToolTextOptions>(StringComparer.Ordinal))
        {
            if ((tool.Arguments ?? []).Concat(tool.Results ?? []).Any(string.IsNullOrWhiteSpace))
            {
                errors.Add($"{path}:Tools:{name} has an empty name. Fix: name an argument or property, or write [] for none.");
            }
        }
    }

    private static void CheckKept(string path, IList<string> kept, List<string> errors)
    {
        for (var i = 0; i < kept.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(kept[i]))
            {
                errors.Add($"{path}:{i} is empty. Fix: remove it, or write a word.");
            }
        }
    }

    private static void CheckTerms(string path, IList<GlossaryTermOptions> terms, string keptPath, IList<string> kept, List<string> errors)
    {
        var bySource = new Dictionary<string, int>(StringComparer.Ordinal);
        var byTarget = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            if (string.IsNullOrWhiteSpace(term.Source) || string.IsNullOrWhiteSpace(term.Target))
            {
                errors.Add($"{path}:{i} lacks {(string.IsNullOrWhiteSpace(term.Source) ? "Source" : "Target")}. Fix: write the term in both languages; a word that is never translated belongs under NeverTranslate.");
                continue;
            }

            if (IsNoTerm(term.Source) || IsNoTerm(term.Target))
            {
                errors.Add($"{path}:{i} is longer than {LongestTerm} characters or breaks a line. Fix: write words or a name; a glossary gives the translator terms, not instructions.");
            }

            if (term.Direction != GlossaryDirection.ToUser && !bySource.TryAdd(term.Source, i) && terms[bySource[term.Source]] is var first && first.Target != term.Target)
            {
                errors.Add($"{path}:{i} translates '{term.Source}' as '{term.Target}', {path}:{bySource[term.Source]} as '{first.Target}'. Fix: keep one, or set Direction of one to to-user.");
            }

            if (term.Direction != GlossaryDirection.ToModel && !byTarget.TryAdd(term.Target, i) && terms[byTarget[term.Target]] is var other && other.Source != term.Source)
            {
                errors.Add($"{path}:{i} brings '{term.Target}' back as '{term.Source}', {path}:{byTarget[term.Target]} as '{other.Source}'. Fix: keep one, or set Direction of one to to-model.");
            }

            if (kept.IndexOf(term.Source) is >= 0 and var never && term.Source != term.Target)
            {
                errors.Add($"{path}:{i} translates '{term.Source}' as '{term.Target}', {keptPath}:{never} never translates it. Fix: remove one of the two.");
            }
        }
    }

    private static bool IsNoTerm(string term) => term.Length > LongestTerm || term.Any(char.IsControl);

    private static (string Path, IList<T> List) Find<T>(IEnumerable<(string Policy, TranslationPolicyOptions? Options)> chain, Func<TranslationPolicyOptions, IList<T>?> read, string key)
    {
        foreach (var (policy, options) in chain)
        {
            if (options is not null && read(options) is { } list)
            {
                return ($"{policy}:{TranslationPolicyReader.Section}:{key}", list);
            }
        }

        return ("", []);
    }
}
