using System.Buffers;
using System.Runtime.CompilerServices;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Signals;

/// <summary>Detects the language of a request from its characters and words, without a model call.</summary>
/// <remarks>
/// Pure and safe for concurrent use; total for any UTF-16 text, linear in its length.
/// Where instruction and material are in different languages the instruction's language is the answer; where the evidence decides none it is <c>und</c>.
/// Width and compatibility variants, spaces and trailing punctuation do not change the answer.
/// </remarks>
public sealed class LanguageDetector : ILanguageDetector
{
    /// <summary>Characters of a text that is worked on without the pool.</summary>
    private const int ShortText = 1024;

    // Most texts are in one language, and nobody changes a share.
    private static readonly LanguageShare[][] Whole = [.. Enumerable.Range(0, LanguageTable.Count).Select(language => new[] { new LanguageShare(LanguageTable.Tag((byte)language), 1) })];

    private LanguageDetector()
    {
    }

    /// <summary>Gets the detector.</summary>
    public static LanguageDetector Default { get; } = new();

    /// <inheritdoc/>
    [SkipLocalsInit]
    public DetectedLanguage Detect(ReadOnlySpan<char> text)
    {
        Span<TextUnit> units = stackalloc TextUnit[TextUnits.Capacity];
        Span<int> letters = stackalloc int[LanguageTable.Count];
        return Read(text, null, units, letters).Language;
    }

    /// <summary>Analyses the languages of a text.</summary>
    /// <param name="text">Any UTF-16 text.</param>
    /// <param name="conversationLanguage">The BCP 47 tag of the conversation so far, which decides where the text alone does not.</param>
    [SkipLocalsInit]
    internal LanguageAnalysis Analyze(ReadOnlySpan<char> text, string? conversationLanguage = null)
    {
        Span<TextUnit> units = stackalloc TextUnit[TextUnits.Capacity];
        Span<int> letters = stackalloc int[LanguageTable.Count];
        var (language, prose, embedded) = Read(text, conversationLanguage, units, letters);
        return new LanguageAnalysis(language, Shares(letters, prose), prose, embedded);
    }

    /// <summary>Lists the stretches of a text's prose by language: sentences, lines, quotations; blocks in the middle of long texts.</summary>
    /// <param name="text">The text; where <see cref="TextFolding.NeedsFolding"/> says it would change, positions are those of the folded text.</param>
    /// <param name="conversationLanguage">The BCP 47 tag of the conversation so far.</param>
    [SkipLocalsInit]
    internal IReadOnlyList<LanguageSpan> Spans(ReadOnlySpan<char> text, string? conversationLanguage = null)
    {
        Span<TextUnit> units = stackalloc TextUnit[TextUnits.Capacity];
        var copy = Prose(text);
        units = units[..EdgeParts.Part(copy, units, TextUnits.Divide(copy, units))];
        DecideUnits(copy, units, conversationLanguage);
        var spans = new List<LanguageSpan>(units.Length);
        foreach (ref readonly var unit in units)
        {
            spans.Add(new LanguageSpan(unit.Start, unit.End - unit.Start, Named(unit.Language, unit.Confidence), unit.Quoted));
        }

        return spans;
    }

    /// <summary>Reads what tells instruction from material in a turn with English and Japanese, for fitting and tests.</summary>
    /// <returns>Whether the turn holds both, and no other language.</returns>
    [SkipLocalsInit]
    internal bool TryReadSides(ReadOnlySpan<char> text, Span<float> features)
    {
        Span<TextUnit> units = stackalloc TextUnit[TextUnits.Capacity];
        var copy = Prose(text);
        units = units[..EdgeParts.Part(copy, units, TextUnits.Divide(copy, units))];
        DecideUnits(copy, units, null);
        return RequestLanguage.IsEnglishAndJapanese(units) && InstructionSide.Read(copy, units, features);
    }

    [SkipLocalsInit]
    private static (DetectedLanguage Language, int Prose, EmbeddedContent Embedded) Read(ReadOnlySpan<char> text, string? conversation, Span<TextUnit> units, Span<int> letters)
    {
        Span<char> scratch = stackalloc char[ShortText];
        using var folded = TextFolding.FoldInto(text, text.Length <= ShortText ? scratch : default);
        var prose = folded.Span;
        return NonProse.MayOccur(prose) ? ReadMixed(prose, conversation, units, letters) : Decide(prose, EmbeddedContent.None, conversation, units, letters);
    }

    [SkipLocalsInit]
    private static (DetectedLanguage Language, int Prose, EmbeddedContent Embedded) ReadMixed(ReadOnlySpan<char> prose, string? conversation, Span<TextUnit> units, Span<int> letters)
    {
        Span<char> scratch = stackalloc char[ShortText];
        var rented = prose.Length <= ShortText ? null : ArrayPool<char>.Shared.Rent(prose.Length);
        var copy = (rented is null ? scratch : rented)[..prose.Length];
        prose.CopyTo(copy);
        var embedded = NonProse.Blank(copy);
        embedded |= CodeLines.MayOccur(copy) ? CodeLines.Blank(copy, docstrings: true) : EmbeddedContent.None;
        var result = Decide(copy, embedded, conversation, units, letters);
        if (result.Prose == 0 && embedded != EmbeddedContent.None)
        {
            // Nothing but code or data: its comments, else its literals, are the only evidence left.
            prose.CopyTo(copy);
            CodeLines.Blank(copy, docstrings: false);
            var rest = Decide(copy, embedded, conversation, units, letters);
            rest = rest.Prose > 0 ? rest : Decide(prose, embedded, conversation, units, letters);
            rest.Language = RequestLanguage.Largest(letters, rest.Language);
            letters.Clear();
            result = (rest.Language with { Confidence = Math.Min(rest.Language.Confidence, 0.7) }, 0, embedded);
        }

        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    private static (DetectedLanguage Language, int Prose, EmbeddedContent Embedded) Decide(ReadOnlySpan<char> text, EmbeddedContent embedded, string? conversation, Span<TextUnit> units, Span<int> letters)
    {
        letters.Clear();
        units = units[..EdgeParts.Part(text, units, TextUnits.Divide(text, units))];
        DecideUnits(text, units, conversation);
        var prose = 0;
        foreach (ref readonly var unit in units)
        {
            prose += unit.Letters;
            if (unit.LatinLanguage != 0 && unit.LatinLanguage != unit.Language)
            {
                letters[unit.LatinLanguage] += unit.Latin;
                letters[unit.Language] += unit.Letters - unit.Latin;
            }
            else
            {
                letters[unit.Language] += unit.Letters;
            }
        }

        var (language, confidence) = RequestLanguage.Decide(text, units, letters);
        return (Named(language, confidence), prose, embedded);
    }

    private static char[] Prose(ReadOnlySpan<char> text)
    {
        using var folded = TextFolding.Fold(text);
        var copy = folded.Span.ToArray();
        if (NonProse.MayOccur(copy))
        {
            NonProse.Blank(copy);
            if (CodeLines.MayOccur(copy))
            {
                CodeLines.Blank(copy, docstrings: true);
            }
        }

        return copy;
    }

    private static DetectedLanguage Named(byte language, double confidence) => language is LanguageTable.Undetermined or LanguageTable.UndeterminedHan
        ? new DetectedLanguage(LanguageTags.Undetermined, 0)
        : new DetectedLanguage(LanguageTable.Tag(language), confidence);

    private static void DecideUnits(ReadOnlySpan<char> text, Span<TextUnit> units, string? conversation)
    {
        var (prior, hasKana) = HanPrior(units, conversation);
        foreach (ref var unit in units)
        {
            UnitLanguage.Decide(text, ref unit, prior);
        }

        HanLanguages.Settle(units, hasKana, prior);
        LatinLanguages.Settle(units);
        EdgeInstructions.Settle(text, units);
    }

    private static (float JapaneseOdds, bool HasKana) HanPrior(ReadOnlySpan<TextUnit> units, string? conversation)
    {
        var kana = 0;
        var han = 0;
        foreach (ref readonly var unit in units)
        {
            kana += unit.Kana;
            han += unit.Han;
        }

        var hasKana = kana * 8 > han;
        var prior = hasKana ? 1.5f : 0f;
        return conversation switch
        {
            LanguageTags.Japanese => (prior + 2, hasKana),
            not null when LanguageTags.Primary(conversation) is "zh" => (prior - 2, hasKana),
            _ => (prior, hasKana),
        };
    }

    private static LanguageShare[] Shares(ReadOnlySpan<int> letters, int prose)
    {
        var count = letters.Length - letters.Count(0);
        if (prose == 0 || count == 0)
        {
            return [];
        }

        if (count == 1 && letters.IndexOfAnyExcept(0) is var only && letters[only] == prose)
        {
            return Whole[only];
        }

        var shares = new LanguageShare[count];
        var next = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] != 0)
            {
                shares[next++] = new LanguageShare(LanguageTable.Tag((byte)i), (double)letters[i] / prose);
            }
        }

        shares.AsSpan().Sort(static (a, b) => b.Share.CompareTo(a.Share));
        return shares;
    }
}
