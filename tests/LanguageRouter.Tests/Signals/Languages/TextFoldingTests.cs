using CsCheck;
using LanguageRouter.Signals;

namespace LanguageRouter.Tests.Signals.Languages;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("日本語の文です。", "日本語の文です。")]
    [InlineData("ＡＢＣ　１２３！", "ABC 123!")]
    [InlineData("ｶﾞｷﾞﾊﾟｰﾃｨｰ｡", "ガギパーティー。")]
    [InlineData("か\u3099は\u309A", "がぱ")]
    [InlineData("ウ\u3099ヷワ\u3099ゝ\u3099", "ヴヷヷゞ")]
    [InlineData("あ\u3099", "あ\u3099")]
    [InlineData("日本語の文ですから長いｶﾞ", "日本語の文ですから長いガ")]
    [InlineData("\uD800a\uDC00", "\uD800a\uDC00")]
    public void Fold_GivesTheCompatibilityForm(string source, string expected)
    {
        using var folded = TextFolding.Fold(source);

        Assert.Equal(expected, folded.Span.ToString());
    }

    [Fact]
    public void Fold_LeavesPlainTextUncopied()
    {
        const string Text = "Plain ASCII と日本語と한국어が混ざる、長い文。";
        using var folded = TextFolding.Fold(Text);

        Assert.False(folded.IsChanged);
        Assert.True(folded.Span.Overlaps(Text));
    }

    [Fact]
    public void Fold_IsIdempotentOnAnyText() => Gen.String.Sample(text =>
    {
        using var once = TextFolding.Fold(text);
        using var twice = TextFolding.Fold(once.Span);
        Assert.Equal(once.Span.ToString(), twice.Span.ToString());
    });

    [Fact]
    public void Fold_ThrowsWhereTheBufferIsTooShort() =>
        Assert.Throws<ArgumentException>(() => TextFolding.Fold("日本語", new char[2]));
}
