using System.Diagnostics;
using CsCheck;
using LanguageRouter.Signals;

namespace LanguageRouter.Tests.Signals.Languages;

/// <summary>Width, composition, trailing punctuation and spaces never change the answer; no text makes it throw.</summary>
public sealed class LanguageInvarianceTests
{
    private const string Half = "｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    private const string Full = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Voiced = "がぎぐげござじずぜぞだぢづでどばびぶべぼガギグゲゴザジズゼゾダヂヅデドバビブベボ";
    private const string Unvoiced = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";

    internal static readonly (string Name, Func<string, string> Change)[] Changes =
    [
        ("trailing 。", text => text + "。"),
        ("trailing !", text => text + "！"),
        ("trailing .", text => text + "."),
        ("trailing spaces", text => text + " \u3000\n"),
        ("leading spaces", text => "\u3000  " + text),
        ("full width", text => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c == ' ' ? '\u3000' : c))),
        ("half width", text => string.Concat(text.Select(c => Full.Contains(c) ? Half[Full.IndexOf(c)] : c))),
        ("marks apart", text => string.Concat(text.Select(c => Voiced.Contains(c) ? Unvoiced[Voiced.IndexOf(c)] + "\u3099" : c.ToString()))),
        ("half-width marks", text => string.Concat(text.Select(c => Voiced.Contains(c) ? Unvoiced[Voiced.IndexOf(c)] + "\uFF9E" : c.ToString()))),
    ];

    [Fact]
    public void Detect_IsTheSameForEveryWritingOfRealTexts()
    {
        var rows = ReferenceData.Lid();
        var flips = new List<string>();
        foreach (var (_, _, text) in rows)
        {
            var tag = LanguageDetector.Default.Detect(text).Tag;
            foreach (var (name, change) in Changes)
            {
                var changed = LanguageDetector.Default.Detect(change(text)).Tag;
                if (changed != tag)
                {
                    flips.Add($"{name}: {tag} -> {changed}: {text}");
                }
            }
        }

        Assert.Empty(flips);
    }

    [Fact]
    public void Detect_IsTotal_AndAsFoldedTextHasIt() => Gen.String[Gen.Char, 0, 300].Sample(text =>
    {
        using var folded = TextFolding.Fold(text);
        var found = LanguageDetector.Default.Detect(text);
        Assert.InRange(found.Confidence, 0, 1);
        Assert.Equal(found, LanguageDetector.Default.Detect(folded.Span));
    });

    [Theory]
    [InlineData("`")]
    [InlineData("{")]
    [InlineData("[\"")]
    [InlineData("<a ")]
    [InlineData("<code>")]
    [InlineData("$$ ")]
    [InlineData("$a ")]
    [InlineData("\\begin{")]
    [InlineData("a@")]
    [InlineData("http://")]
    [InlineData("\"\"\"")]
    [InlineData("def f(x): ")]
    [InlineData("漢")]
    [InlineData("a")]
    [InlineData("ｶﾞ")]
    [InlineData("。")]
    [InlineData("\uD83D")]
    [InlineData("Ж. ")]
    public void Detect_StaysLinearOnRepeatedText(string part)
    {
        // Quadratic work on a million characters would take minutes; the limit is only there to end such a run.
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        var start = Stopwatch.GetTimestamp();
        LanguageDetector.Default.Detect(text);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
    }
}
