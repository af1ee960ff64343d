using System.Text;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>Texts made to find where tokenizers differ: scripts, widths, runs, broken characters, written control tokens.</summary>
internal static class GeneratedTexts
{
    private static readonly (int From, int To)[] Ranges =
    [
        (0x20, 0x7E), (0x20, 0x7E), (0x3041, 0x3096), (0x30A1, 0x30FC), (0x4E00, 0x9FFF), (0x4E00, 0x5200), (0xFF61, 0xFF9F), (0xFF01, 0xFF5E),
        (0x3000, 0x303F), (0xAC00, 0xAFFF), (0x400, 0x45F), (0xC0, 0x17F), (0x300, 0x36F), (0x1F300, 0x1F6FF), (0x20000, 0x2A6DF), (0x2000, 0x206F),
        (0x0, 0x1F), (0x3099, 0x309A), (0xFE00, 0xFE0F), (0x1F1E6, 0x1F1FF), (0x600, 0x6FF), (0xE00, 0xE7F), (0x2580, 0x2583), (0xF900, 0xFAFF), (0xFFF0, 0xFFFF),
    ];

    private static readonly string[] Words =
    [
        "<s>", "</s>", "<unk>", "<pad>", "<mask>", "<|im_start|>", "<|im_end|>", "[INST]", "[/INST]", "<0x0A>", "<CLS>", "<|begin_of_text|>", "<start_of_turn>",
        " ", "  ", "   ", "\n", "\r\n", "\t", "▁", "　", "、", "。", "です", "ます", "日本語", "東京都", "株式会社", "コンピュータ", "ﾊﾝｶｸ", "が", "か\u3099", "👨\u200D👩\u200D👧", "🇯🇵",
        "https://example.com/a?b=1", "{\"key\": [1, 2]}", "for (int i = 0; i < n; i++)", "def f(x):\n    return x\n", "1,234.56", "2026年11月22日", "don't", "\uD83D", "\uDE00",
    ];

    public static IEnumerable<string> Create(int count, int seed, IReadOnlyList<string> reference)
    {
        // The seed makes every run the same; nothing here guards anything.
#pragma warning disable CA5394
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var part = random.Next(1, 6); part > 0; part--)
            {
                switch (random.Next(5))
                {
                    case 0:
                        text.Append(Words[random.Next(Words.Length)]);
                        break;
                    case 1:
                        text.Append(Slice(reference[random.Next(reference.Count)], random));
                        break;
                    case 2:
                        var repeated = Character(Ranges[random.Next(Ranges.Length)], random);
                        for (var n = random.Next(1, 40); n > 0; n--)
                        {
                            text.Append(repeated);
                        }

                        break;
                    case 3:
                        for (var n = random.Next(1, 8); n > 0; n--)
                        {
                            text.Append(Character(Ranges[random.Next(Ranges.Length)], random));
                        }

                        break;
                    default:
                        var range = Ranges[random.Next(Ranges.Length)];
                        for (var n = random.Next(1, 30); n > 0; n--)
                        {
                            text.Append(Character(range, random));
                        }

                        break;
                }
            }

            yield return text.ToString();
        }
    }

    private static string Slice(string text, Random random)
    {
        var start = random.Next(text.Length);
        return text.Substring(start, random.Next(1, Math.Min(text.Length - start, 40) + 1));
    }

    private static string Character((int From, int To) range, Random random) => char.ConvertFromUtf32(random.Next(range.From, range.To + 1));
#pragma warning restore CA5394
}
