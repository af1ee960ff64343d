using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Signals;

namespace LanguageRouter.Policies;

/// <summary>Turns the valid section <c>Translation</c> of a policy into the snapshot that decisions and the path use.</summary>
internal static class TranslationPolicyCompiler
{
    /// <summary>Compiles options in which everything inherited is filled in.</summary>
    public static TranslationPolicy Compile(TranslationPolicyOptions? options)
    {
        var defaults = new TranslationPolicy();
        if (options is null)
        {
            return defaults;
        }

        GlossaryTerm[] terms = [.. (options.Glossary ?? []).Select(term => new GlossaryTerm(term.Source!, term.Target!) { Direction = term.Direction ?? GlossaryDirection.Both })];
        string[] kept = [.. options.NeverTranslate ?? []];
        return new TranslationPolicy
        {
            Glossary = terms.Length + kept.Length == 0 ? null : new TranslationGlossary(VersionOf(terms, kept), terms, kept),
            Tools = (options.Tools ?? new Dictionary<string, ToolTextOptions>(StringComparer.Ordinal)).ToFrozenDictionary(pair => pair.Key, pair => Compile(pair.Value), StringComparer.Ordinal),
            JsonAnswers = options.JsonAnswers ?? defaults.JsonAnswers,
            Register = options.Register ?? Register.Unknown,
            FollowUserStyle = options.FollowUserStyle ?? defaults.FollowUserStyle,
            Fidelity = new FidelityLimits
            {
                MinimumSample = options.MinimumSample ?? defaults.Fidelity.MinimumSample,
                HighestFailureRate = options.HighestFailureRate ?? defaults.Fidelity.HighestFailureRate,
                Pause = options.Pause ?? defaults.Fidelity.Pause,
            },
        };
    }

    /// <summary>Writes every value in a fixed order, for the policy's version.</summary>
    public static string Describe(TranslationPolicy policy)
    {
        var tools = policy.Tools.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}({Sorted(pair.Value.Arguments)})({Sorted(pair.Value.Results)})");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{policy.Glossary?.Version} {string.Join(';', tools)} {policy.JsonAnswers} {policy.Register} {policy.FollowUserStyle} {policy.Fidelity.MinimumSample} {policy.Fidelity.HighestFailureRate:R} {policy.Fidelity.Pause}");
    }

    private static ToolText Compile(ToolTextOptions tool) => new()
    {
        Arguments = (tool.Arguments ?? []).ToFrozenSet(StringComparer.Ordinal),
        Results = (tool.Results ?? []).ToFrozenSet(StringComparer.Ordinal),
    };

    // The same list has the same version in every process: what was translated under it stays valid. The order counts: the first of two terms wins.
    private static string VersionOf(GlossaryTerm[] terms, string[] kept)
    {
        var text = string.Join('\n', terms.Select(term => $"{term.Source}\t{term.Target}\t{term.Direction}").Concat(kept));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(',', names.Order(StringComparer.Ordinal));
}
