using System.Text;
using LanguageRouter.Tokens.HuggingFace;

namespace LanguageRouter.Tests.Tokens.HuggingFace;

public sealed class UnicodeNormalizationTests
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
    public void Text_is_composed(string text, string expected) => Assert.Equal(expected, UnicodeNormalization.Apply(text, NormalizationForm.FormC));

    // Own vectors, checked against another implementation; Unicode's own file of tests runs in the evaluation program.
    [Theory]
    [InlineData("ｶﾞ①㍿ＡＢＣ　１２３", "ガ1株式会社ABC 123", "カ\u30991株式会社ABC 123")]
    [InlineData("ﬁ½²™", "fi1⁄22TM", "fi1⁄22TM")]
    [InlineData("㋿㌔", "令和キロ", "令和キロ")]
    [InlineData("が\uAC01\u00E9", "が각é", "か\u3099\u1100\u1161\u11A8e\u0301")]
    [InlineData("\u1E9B\u0323", "\u1E69", "s\u0323\u0307")]
    public void Compatible_characters_are_one(string text, string composed, string decomposed)
    {
        Assert.Equal(composed, UnicodeNormalization.Apply(text, NormalizationForm.FormKC));
        Assert.Equal(decomposed, UnicodeNormalization.Apply(text, NormalizationForm.FormKD));
    }

    [Fact]
    public void Canonical_parts_are_taken_apart() => Assert.Equal("か\u3099①e\u0301", UnicodeNormalization.Apply("が①é", NormalizationForm.FormD));

    [Theory]
    [InlineData("ＡΑÀ日本ABC", "ａαà日本abc")]
    [InlineData("İI", "i\u0307i")]
    [InlineData("ΣΑΣ ΑΣ. ΑΣΑ Σ", "σας ας. ασα σ")]
    [InlineData("Α'Σ", "α'ς")]
    [InlineData("\U00010400", "\U00010428")]
    public void Letters_are_lowered(string text, string expected) => Assert.Equal(expected, LowercaseMapping.Apply(text));

    [Fact]
    public void Composing_twice_changes_nothing() =>
        CsCheck.Check.Sample(CsCheck.Gen.String, text =>
        {
            var once = UnicodeNormalization.Apply(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), NormalizationForm.FormC);
            Assert.Equal(once, UnicodeNormalization.Apply(once, NormalizationForm.FormC));
        });
}
