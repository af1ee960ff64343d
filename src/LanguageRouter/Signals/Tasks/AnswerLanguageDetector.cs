using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Finds the language that a turn asks to be answered in.</summary>
/// <remarks>
/// Pure, safe for concurrent use, total for any UTF-16 text; reads the same windows as <see cref="TaskKindClassifier"/>. A request to translate asks for its target.
/// Only explicit wishes count: 英語で答えて and "reply in English", not 英語で書かれた本. Where several stand, the last of the most direct ones wins.
/// </remarks>
internal static class AnswerLanguageDetector
{
    /// <summary>Finds the language asked for.</summary>
    /// <param name="text">The text of a turn.</param>
    /// <returns>A BCP 47 tag, or null where none is asked for.</returns>
    [SkipLocalsInit]
    public static string? Detect(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[Instruction.TextSize];
        Span<PhraseMatch> phrases = stackalloc PhraseMatch[Instruction.MostPhrases];
        return Detect(Instruction.Read(text, buffer, phrases));
    }

    /// <summary>Finds the language that an instruction asks for.</summary>
    /// <param name="instruction">The instruction.</param>
    public static string? Detect(Instruction instruction)
    {
        var sink = new LanguageNameSink(instruction.Text);
        foreach (var match in instruction.Phrases)
        {
            if (match.Set is PhraseSet.Languages)
            {
                sink.Found(match.Start, match.Length, match.Phrase);
            }
        }

        return sink.Tag;
    }
}
