using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Says how polite the Japanese of a text is.</summary>
/// <remarks>Pure, safe for concurrent use, total for any UTF-16 text; reads the same windows as <see cref="TaskKindClassifier"/>. Fixed thanks and greetings (ありがとうございます) are polite, not honorific.</remarks>
internal static class RegisterDetector
{
    /// <summary>Finds the register.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The register, or <see cref="Register.Unknown"/> where nothing shows one.</returns>
    [SkipLocalsInit]
    public static Register Detect(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[Instruction.TextSize];
        Span<PhraseMatch> phrases = stackalloc PhraseMatch[Instruction.MostPhrases];
        return Detect(Instruction.Read(text, buffer, phrases));
    }

    /// <summary>Finds the register of an instruction.</summary>
    /// <param name="instruction">The instruction.</param>
    public static Register Detect(Instruction instruction)
    {
        var sink = default(RegisterSink);
        foreach (var match in instruction.Phrases)
        {
            if (match.Set is PhraseSet.Register)
            {
                sink.Found(match.Phrase);
            }
        }

        var plain = sink.Plain + PlainEndings(instruction.Text);
        if (sink.Honorific > 0 && sink.Honorific * 3 >= sink.Polite + plain)
        {
            return Register.Honorific;
        }

        return sink.Polite + sink.Honorific > 0 && (sink.Polite + sink.Honorific) * 2 >= plain ? Register.Polite
            : plain > 0 ? Register.Plain
            : Register.Unknown;
    }

    // Sentences that end in a plain verb, adjective, copula or command.
    private static int PlainEndings(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            var stop = text.IndexOfAny("。!?\n");
            var sentence = stop < 0 ? text : text[..stop];
            if (!sentence.IsEmpty && EndsPlain(sentence.TrimEnd("」』)…〜~ー")))
            {
                count++;
            }

            text = stop < 0 ? [] : text[(stop + 1)..];
        }

        return count;
    }

    private static bool EndsPlain(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length < 2)
        {
            return false;
        }

        var (last, before) = (sentence[^1], sentence[^2]);
        return last switch
        {
            'だ' or 'た' => !sentence.EndsWith("ました") && !sentence.EndsWith("でした"),
            'る' => true,
            'い' => before is not ('さ' or 'は') || sentence.EndsWith("なさい"),
            'う' or 'く' or 'ぐ' or 'つ' or 'ぬ' or 'ぶ' or 'む' or 'す' => !sentence.EndsWith("ます") && !sentence.EndsWith("です") && !sentence.EndsWith("ましょう") && !sentence.EndsWith("でしょう"),
            'ね' or 'よ' or 'な' or 'ぞ' or 'ぜ' or 'わ' or 'の' or 'さ' => !EndsPolite(sentence[..^1]),
            'ろ' or 'せ' or 'て' or 'で' => true,
            'か' => before is 'る' or 'た' or 'い' or 'の' or 'う' && !sentence.EndsWith("でしょうか") && !sentence.EndsWith("ましょうか") && !sentence.EndsWith("ましたか") && !sentence.EndsWith("でしたか"),
            _ => false,
        };
    }

    private static bool EndsPolite(ReadOnlySpan<char> text) => text.EndsWith("です") || text.EndsWith("ます") || text.EndsWith("した") || text.EndsWith("せん") || text.EndsWith("しょう") || text.EndsWith("ください");
}
