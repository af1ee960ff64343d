using System.Globalization;
using System.Text.Json;

namespace TokenizerAdapterSample;

/// <summary>Writes a tokenizer.json that is small enough to make here: Unigram, a few dozen Japanese words, every byte as a token for the rest. A real one has 50,000 words and more.</summary>
internal static class TinyTokenizer
{
    private static readonly string[] Words =
    [
        "日本", "東京", "京都", "富士山", "会議", "明日", "今日", "午後", "午前", "天気", "資料", "予定", "部長", "会社", "歴史", "文化", "簡単", "要点", "三つ",
        "について", "ください", "ました", "ません", "ています", "でしょうか", "お願いします", "説明して", "まとめて", "教えて", "ありがとうございます",
        "です", "ます", "して", "した", "する", "から", "まで", "など", "この", "その", "指示", "応答", "以下は、タスクを説明する指示です。要求を適切に満たす応答を書きなさい。",
        "これは代役の回答です。", "、", "。", "「", "」", "？", "の", "に", "は", "を", "が", "と", "で", "も", "へ", "や", "か", "ね", "よ", "い", "う", "し", "た", "て", "な", "り", "る",
    ];

    public static void Write(string path, IEnumerable<string>? words = null)
    {
        var pieces = new List<object[]> { new object[] { "<unk>", 0.0 }, new object[] { "<s>", 0.0 }, new object[] { "</s>", 0.0 } };
        pieces.AddRange(Enumerable.Range(0, 256).Select(value => new object[] { $"<0x{value.ToString("X2", CultureInfo.InvariantCulture)}>", 0.0 }));
        pieces.AddRange((words ?? Words).Distinct().Select(word => new object[] { word, -8.0 }));
        object Special(int id, string content) => new { id, content, special = true, normalized = false, lstrip = false, rstrip = false, single_word = false };
        var file = new
        {
            added_tokens = new[] { Special(0, "<unk>"), Special(1, "<s>"), Special(2, "</s>") },
            normalizer = (object?)null,
            pre_tokenizer = (object?)null,
            decoder = new { type = "Sequence", decoders = new object[] { new { type = "ByteFallback" }, new { type = "Fuse" } } },
            model = new { type = "Unigram", unk_id = 0, byte_fallback = true, vocab = pieces },
        };
        File.WriteAllText(path, JsonSerializer.Serialize(file));
    }
}
