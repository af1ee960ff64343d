using CsCheck;

namespace LanguageRouter.Tests.Tokens;

/// <summary>Generators of texts that find faults: scripts, runs, seams, odd white space, all planes.</summary>
internal static class GeneratedText
{
    private static readonly string[] Fragments =
    [
        "'s", "'S", "'ll", "'re", "'VE", "don't", "'ſ", "\r\n", "\n\n ", "  ", "\t", "\u3000", "\u00A0", "?!", "!/\n/", "...", "、", "。\n", "「", "」", "ーム", "フォ", "した", "して", " の", " 日本", " 効果",
        "e\u0301", "か\u3099", "ﾊﾟ", "①", "Ⅲ", "٣", "１２3", "12345", "観光", "龘", "ABCdef", "AあBC", "XMLHttp", "snake_case", "def f(x):\n    return x", "京赛车", "https://a.b/c?d=1", "한국어", "здравствуйте", "नमस्ते", "საქართველო",
    ];

    /// <summary>Gets texts inside the basic plane, without halves of surrogate pairs.</summary>
    public static Gen<string> BasicPlane { get; } = Gen.Frequency(
        (4, Gen.OneOf(Fragments)),
        (3, Gen.Int[0x3041, 0x30FE].Select(Character).Array[1, 30].Select(string.Concat)),
        (3, Gen.Int[0x4E00, 0x9FFF].Select(Character).Array[1, 20].Select(string.Concat)),
        (3, Gen.Int[0x20, 0x7E].Select(Character).Array[1, 20].Select(string.Concat)),
        (2, Gen.Int['a', 'z'].Select(Character).Array[1, 20].Select(string.Concat)),
        (2, Gen.Int[1, 0xD7FF].Select(Character).Array[1, 8].Select(string.Concat)),
        (1, Gen.Int[0xE000, 0xFFFF].Select(Character).Array[1, 8].Select(string.Concat)),
        (1, Gen.Select(Gen.Int[1, 0xD7FF], Gen.Int[2, 150], (unit, count) => new string((char)unit, count))))
        .Array[1, 8].Select(string.Concat);

    /// <summary>Gets any UTF-16, with pairs and lone halves.</summary>
    public static Gen<string> Any { get; } = Gen.OneOf(
        BasicPlane,
        Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32),
        Gen.OneOf("𠮷野", "𩸽", "😀", "👨‍👩‍👧", "𝟘", "𝒳", "\uD840", "\uDC00"),
        Gen.Int[0, 0xFFFF].Select(Character))
        .Array[1, 6].Select(string.Concat);

    private static string Character(int unit) => ((char)unit).ToString();
}
