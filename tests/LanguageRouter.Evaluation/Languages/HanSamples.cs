using System.Text;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Draws strings of Han characters as they stand in Japanese and in Chinese text.</summary>
internal sealed class HanSamples(HanLexicon lexicon, JapaneseTerms terms, WeightedWords japanese, WeightedWords simplified, WeightedWords traditional, Random random)
{
    private readonly Queue<string>[][] _waiting = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 9).Select(_ => new Queue<string>()).ToArray())];

    private const string Numerals = "一二三四五六七八九十百千万数";

    /// <summary>Draws a string of a length, so that both languages have the same lengths and the length itself is no evidence.</summary>
    public string OfLength(int length, bool isJapanese)
    {
        var waiting = _waiting[isJapanese ? 1 : 0];
        while (waiting[length].Count == 0)
        {
            var text = isJapanese ? Japanese() : Chinese(random.NextDouble() < 0.6);
            if (text.Length < waiting.Length && waiting[text.Length].Count < 1000)
            {
                waiting[text.Length].Enqueue(text);
            }
        }

        return waiting[length].Dequeue();
    }

    /// <summary>Draws a run of kanji between kana: a word, or words with their affixes and counters.</summary>
    public string Japanese()
    {
        switch (random.NextDouble())
        {
            case < 0.05:
                return Adjectival();
            case < 0.10:
                return Word() + lexicon.Stems.Draw(random);
            case < 0.24:
                return japanese.Draw(random);
        }

        var text = new StringBuilder();
        switch (random.NextDouble())
        {
            case < 0.36:
                text.Append(Word());
                break;
            case < 0.44:
                text.Append(lexicon.Stems.Draw(random));
                break;
            case < 0.62:
                text.Append(Word()).Append(Word());
                break;
            case < 0.72:
                text.Append(Word()).Append(lexicon.Suffixes.Draw(random));
                break;
            case < 0.79:
                text.Append(Word()).Append(Word()).Append(lexicon.Suffixes.Draw(random));
                break;
            case < 0.83:
                text.Append(lexicon.Prefixes.Draw(random)).Append(Word()).Append(random.Next(2) == 0 ? "" : Word());
                break;
            case < 0.86:
                text.Append(lexicon.Counters.Draw(random)).Append(random.Next(2) == 0 ? Word() : lexicon.Suffixes.Draw(random));
                break;
            case < 0.89:
                text.Append(Numerals[random.Next(Numerals.Length)]).Append(lexicon.Counters.Draw(random));
                break;
            case < 0.91:
                text.Append(random.Next(4) == 0 ? Word() : "").Append('第').Append(Numerals[random.Next(5)]).Append(lexicon.Counters.Draw(random)).Append(random.Next(3) > 0 ? Word() : "");
                break;
            default:
                for (var words = 3 + random.Next(2); words > 0; words--)
                {
                    text.Append(Word());
                }

                text.Append(random.Next(2) == 0 ? lexicon.Suffixes.Draw(random) : "");
                break;
        }

        return text.ToString();
    }

    /// <summary>Draws Chinese: words in a row, often cut anywhere.</summary>
    public string Chinese(bool traditionalScript)
    {
        if (random.NextDouble() < 0.4)
        {
            return Window((traditionalScript ? traditional : simplified).Draw(random));
        }

        var words = traditionalScript ? lexicon.Traditional : lexicon.Simplified;
        var even = random.NextDouble();
        if (even < 0.2)
        {
            return words.DrawEvenly(random);
        }

        var text = new StringBuilder();
        for (var count = random.Next(1, 7); count > 0; count--)
        {
            text.Append(random.NextDouble() < 0.15 ? words.DrawEvenly(random) : words.Draw(random));
        }

        return Window(text.ToString());
    }

    private string Window(string whole)
    {
        if (whole.Length <= 2 || (whole.Length < 12 && random.NextDouble() < 0.4))
        {
            return whole;
        }

        var length = Math.Min(whole.Length, random.Next(2, 9));
        return whole.Substring(random.Next(whole.Length - length + 1), length);
    }

    // A noun with 的, mostly alone or before another noun.
    private string Adjectival()
    {
        var adjectival = terms.TakingSuffix.Draw(random) + "的";
        return random.NextDouble() switch
        {
            < 0.45 => adjectival,
            < 0.50 => adjectival + lexicon.Stems.Draw(random),
            < 0.95 => adjectival + Word(),
            _ => Word() + adjectival,
        };
    }

    private string Word() => random.NextDouble() switch
    {
        < 0.31 => terms.Known.Draw(random),
        < 0.66 => terms.Frequent.Draw(random),
        < 0.83 => lexicon.Nouns.Draw(random),
        < 0.88 => lexicon.Nouns.DrawEvenly(random),
        < 0.95 => lexicon.Names.Draw(random),
        _ => lexicon.Names.DrawEvenly(random),
    };
}
