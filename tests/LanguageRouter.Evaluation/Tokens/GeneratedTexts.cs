using System.Text;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Texts made from a seed to find counting faults: all planes, runs, mixtures, broken surrogates.</summary>
internal sealed class GeneratedTexts(int seed, IReadOnlyList<string> real)
{
    private const string Contractions = "'s'S't're've'm'll'd'LL'Re'ſ'x";
    private const string Symbols = " \t\r\n\u3000\u00A0'\"/-_=.,!?#*()[]{}<>|~、。「」…ー―※・〜😀🎉👨‍👩‍👧é゙゚̂ﾞﾟ〇①Ⅲ½٣୧𝟘𠮷𩸽𝒳ǅʰªº";
    private readonly Random random = new(seed);

    public string Next()
    {
        var text = new StringBuilder();
        var pieces = random.Next(1, 9);
        for (var i = 0; i < pieces; i++)
        {
            AppendPiece(text);
        }

        return text.ToString();
    }

    private void AppendPiece(StringBuilder text)
    {
        switch (random.Next(16))
        {
            case 0:
                Repeat(text, random.Next(1, 4), () => CodePoint(0x10FFFF));
                break;
            case 1:
                Repeat(text, random.Next(1, 12), () => CodePoint(0xFFFF));
                break;
            case 2:
                Repeat(text, random.Next(1, 30), () => random.Next(0x3041, 0x30FF));
                break;
            case 3:
                Repeat(text, random.Next(1, 30), () => random.Next(0x4E00, 0x9FFF));
                break;
            case 4:
                Repeat(text, random.Next(1, 20), () => random.Next(0x20, 0x7F));
                break;
            case 5:
                Repeat(text, random.Next(1, 12), () => random.Next(2) == 0 ? random.Next('a', 'z' + 1) : random.Next('A', 'Z' + 1));
                break;
            case 6:
                text.Append(Contractions.AsSpan(random.Next(Contractions.Length - 4), random.Next(1, 5)));
                break;
            case 7:
                text.Append(' ', random.Next(1, 6)).Append('\n', random.Next(3)).Append(' ', random.Next(3));
                break;
            case 8:
                Repeat(text, random.Next(1, 8), () => random.Next('0', '9' + 1));
                break;
            case 9:
                var repeated = CodePoint(0xFFFF);
                Repeat(text, random.Next(2, 80), () => repeated);
                break;
            case 10:
                text.Append(random.Next(8) == 0 ? (char)random.Next(0xD800, 0xE000) : '。');
                break;
            case 11:
                Repeat(text, random.Next(1, 6), () => Symbols.EnumerateRunes().ElementAt(random.Next(40)).Value);
                break;
            case 12:
                Repeat(text, random.Next(1, 10), () => random.Next(0x80, 0x600));
                break;
            default:
                var source = real[random.Next(real.Count)];
                var start = random.Next(source.Length + 1);
                text.Append(source.AsSpan(start, Math.Min(source.Length - start, random.Next(1, 40))));
                break;
        }
    }

    private int CodePoint(int largest)
    {
        var value = random.Next(largest + 1);
        return value is >= 0xD800 and < 0xE000 ? 0x3042 : value;
    }

    private static void Repeat(StringBuilder text, int count, Func<int> next)
    {
        for (var i = 0; i < count; i++)
        {
            text.Append(char.ConvertFromUtf32(next()));
        }
    }
}
