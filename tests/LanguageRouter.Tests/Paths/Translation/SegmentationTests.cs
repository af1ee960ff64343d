using CsCheck;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Paths.Translation.Segmentation;
using LanguageRouter.Tests.Paths.Translation.Fakes;

namespace LanguageRouter.Tests.Paths.Translation;

public sealed class SegmentationTests
{
    [Theory]
    [InlineData("これはペンです。それはマーカーです。", "これはペンです。", "それはマーカーです。")]
    [InlineData("「良かったね！すごい！」と言った。次。", "「良かったね！すごい！」と言った。", "次。")]
    [InlineData("Dr. Smith paid 3.5 dollars, e.g. today. He left.", "Dr. Smith paid 3.5 dollars, e.g. today.", "He left.")]
    [InlineData("He said \"Go now.\" Then he left.", "He said \"Go now.\"", "Then he left.")]
    [InlineData("**重要です。**次の文です。", "**重要です。**", "次の文です。")]
    [InlineData("Use `a. B` here. Then go.", "Use `a. B` here.", "Then go.")]
    [InlineData("- 項目一です。\n- 項目二です。", "項目一です。", "項目二です。")]
    [InlineData("| 名前 | 値 |\n|---|---|\n| 猫 | 3匹 |", "名前", "値", "猫", "3匹")]
    [InlineData("見て。\n```py\nprint('です。')\n```\n終わり。", "見て。", "終わり。")]
    [InlineData("{\n  \"名前\": \"猫。\"\n}\n以上。", "以上。")]
    [InlineData("~~~\nコード。", new string[0])]
    public void Cuts(string text, params string[] expected) =>
        Assert.Equal(expected, TextTranslation.Cut(text).Where(p => p.IsProse).Select(p => p.Text));

    [Fact]
    public void PartsAreTheTextForAnyChunking() =>
        Gen.Select(Gen.String[Gen.Char["。．.！!？?…「」（）()\"*`~|{}[]#>-1aAと \n\r\t漢かで😀\uD83D^_;笑$\\"], 0, 80], Gen.Int[1, 9]).Sample((text, chunk) =>
        {
            var whole = TextTranslation.Cut(text);
            Assert.Equal(text, string.Concat(whole.Select(p => p.Text)));
            Assert.Equal(whole, Chunked(text, chunk));
        }, iter: 8_000);

    [Fact]
    public void ReachesTheReferenceCasesThatRulesReach()
    {
        // Left: "Dr." before a name (cut by the reference, here an abbreviation), a "v" after a face, a face with a mark in it.
        var wrong = ReferenceData.Lines("ja-sentences/segmentation.jsonl").Where(l => !TextTranslation.Cut(l.GetProperty("text").GetString()!).Where(p => p.IsProse).Select(p => p.Text)
            .SequenceEqual(l.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()!.Trim()).Where(s => s.Any(char.IsLetter)))).Select(l => l.GetProperty("id").GetString());
        Assert.Equal(["bunkai-gold-20", "bunkai-gold-26", "bunkai-gold-28"], wrong);
    }

    [Theory]
    [InlineData(' ', 6_000)]
    [InlineData('）', 6_000)]
    [InlineData('。', 6_000)]
    [InlineData('`', 6_000)]
    [InlineData('-', 6_000)]
    [InlineData('「', 6_000)]
    [InlineData('★', 6_000)]
    public void OneCharacterWithoutEndIsCutInBoundedTime(char c, int count)
    {
        var text = "文です" + new string(c, count);
        Assert.Equal(text, string.Concat(Chunked(text, 1).Select(p => p.Text)));
        Assert.Equal(TextTranslation.Cut(text), Chunked(text, 3));
    }

    [Fact]
    public void CutsRealAnswersAlikeInAnyChunking()
    {
        foreach (var answer in ReferenceData.Answers())
        {
            var whole = TextTranslation.Cut(answer);
            Assert.Equal(answer, string.Concat(whole.Select(p => p.Text)));
            Assert.Equal(whole, Chunked(answer, 1));
            Assert.Equal(whole, Chunked(answer, 7));
        }
    }

    private static List<TextPiece> Chunked(string text, int chunk)
    {
        var segmenter = new TextSegmenter();
        var pieces = new List<TextPiece>();
        for (var i = 0; i < text.Length; i += chunk)
        {
            segmenter.Append(text.AsSpan(i, Math.Min(chunk, text.Length - i)));
            while (segmenter.TryRead(complete: false, out var piece))
            {
                pieces.Add(piece);
            }
        }

        while (segmenter.TryRead(complete: true, out var piece))
        {
            pieces.Add(piece);
        }

        return pieces;
    }
}
