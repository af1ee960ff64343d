using LanguageRouter.Tokens.HuggingFace;

namespace LanguageRouter.Tests.Tokens.HuggingFace;

public sealed class CanonicalCompositionTests
{
    // Own vectors, checked against another implementation's NFC.
    [Theory]
    [InlineData("abc日本", "abc日本")]
    [InlineData("か\u3099は\u309A", "がぱ")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("a\u0323\u0302", "\u1EAD")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("\uAC00\u11A8", "각")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\uF900", "\u8C48")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u0301x", "\u0301x")]
    [InlineData("ｶﾞ①", "ｶﾞ①")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    public void Text_is_composed(string text, string expected) => Assert.Equal(expected, CanonicalComposition.Compose(text));

    [Fact]
    public void Composing_twice_changes_nothing() =>
        CsCheck.Check.Sample(CsCheck.Gen.String, text =>
        {
            var once = CanonicalComposition.Compose(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
            Assert.Equal(once, CanonicalComposition.Compose(once));
        });
}
