using System.Text;
using LanguageRouter.Tokens;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Finds weights of characters whose sum over any token is at most one token, so that their sum over a text is at most its tokens.</summary>
/// <remarks>
/// A linear program of packing: as much as possible for the characters that are frequent in Japanese text. Started from
/// weights that fall with the length of the tokens a character lies in, moved by multiplying, made whole downwards and
/// then filled up in the order of frequency while every token allows it. A character counts for the token where it
/// ends. Tokens that begin inside a character end that one too, whichever it is: what else they hold gets no weight.
/// </remarks>
internal static class LeastWeights
{
    public static byte[] Solve(BytePairVocabulary vocabulary, long[] frequencies)
    {
        var tokens = Enumerable.Range(0, vocabulary.Count).Select(id => CharactersOf(vocabulary[id])).Where(t => t.Length > 0).ToList();
        var weights = new double[char.MaxValue + 1];
        Array.Fill(weights, 1.0);

        var none = new HashSet<char>(Enumerable.Range(0, vocabulary.Count).Where(id => (vocabulary[id][0] & 0xC0) == 0x80).SelectMany(id => CharactersOf(vocabulary[id])));
        foreach (var c in none)
        {
            weights[c] = 0;
        }

        // 1. While a token holds too much, its characters give way, the rarer ones more.
        for (var round = 0; round < 400; round++)
        {
            var step = 0.3 / (1 + (round / 20.0));
            foreach (var token in tokens)
            {
                var sum = token.Sum(c => weights[c]);
                if (sum > 1)
                {
                    foreach (var c in token)
                    {
                        weights[c] *= Math.Exp(-step * (sum - 1) * 30 / (30 + Math.Sqrt(frequencies[c])));
                    }
                }
            }
        }

        // 2. Whole parts downwards, so that no token holds more than one.
        var whole = new byte[weights.Length];
        foreach (var token in tokens)
        {
            var sum = Math.Max(1, token.Sum(c => weights[c]));
            foreach (var c in token)
            {
                weights[c] = Math.Min(weights[c], weights[c] / sum);
            }
        }

        var tokensOf = tokens.SelectMany((t, i) => t.Distinct().Select(c => (c, i))).ToLookup(p => p.c, p => p.i);
        for (var c = 0x80; c < whole.Length; c++)
        {
            whole[c] = char.IsSurrogate((char)c) ? (byte)0 : (byte)(weights[c] * CharacterWeights.Parts);
        }

        // 3. What is left is given to the most frequent characters first.
        var held = tokens.Select(t => t.Sum(c => whole[c])).ToArray();
        foreach (var c in Enumerable.Range(0x80, whole.Length - 0x80).Select(c => (char)c).Where(c => !char.IsSurrogate(c) && !none.Contains(c)).OrderByDescending(c => frequencies[c]))
        {
            while (whole[c] < CharacterWeights.Parts && tokensOf[c].All(i => held[i] + tokens[i].Count(o => o == c) <= CharacterWeights.Parts))
            {
                whole[c]++;
                foreach (var i in tokensOf[c])
                {
                    held[i] += tokens[i].Count(o => o == c);
                }
            }
        }

        return held.Any(h => h > CharacterWeights.Parts) ? throw new InvalidOperationException("A token holds more than one.") : whole;
    }

    // The characters beyond ASCII that lie whole in a token.
    private static char[] CharactersOf(ReadOnlySpan<byte> token)
    {
        var text = Encoding.UTF8.GetString(TrimHead(token));
        return [.. text.Where(c => c >= 0x80 && c != '\uFFFD' && !char.IsSurrogate(c))];
    }

    private static ReadOnlySpan<byte> TrimHead(ReadOnlySpan<byte> token)
    {
        while (!token.IsEmpty && (token[0] & 0xC0) == 0x80)
        {
            token = token[1..];
        }

        return token;
    }
}
