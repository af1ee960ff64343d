namespace LanguageRouter.Review.Tests.Text;

public sealed class PatternTextRedactorTests
{
    [Theory]
    [InlineData("連絡先は taro.yamada+work@example.co.jp です", "連絡先は [email] です")]
    [InlineData("メール：ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐまで", "メール：[email]")]
    [InlineData("電話は03-1234-5678か090-1234-5678へ", "電話は[phone]か[phone]へ")]
    [InlineData("call +81 (3) 1234 5678 or (555) 123-4567", "call [phone] or [phone]")]
    [InlineData("口座番号１２３４５６７、金額は1,234,567円", "口座番号[number]、金額は[number]円")]
    [InlineData("key sk-proj-abcDEF1234567890xyz and AKIAIOSFODNN7EXAMPLE", "key [key] and [key]")]
    [InlineData("token ghp_16C7e42F292c6912E7710c838347Ae178B4a", "token [key]")]
    [InlineData("見て https://intra.example.com/u/42?token=abc。", "見て [url]。")]
    [InlineData("山田太郎さんと佐藤様、ジョン・スミス氏に送る", "[name]さんと[name]様、[name]氏に送る")]
    [InlineData("私の名前は山田花子です", "私の名前は[name]です")]
    [InlineData("Dear Alice, Mr. Bob Smith and Dr. Chen agreed. My name is Carol.", "Dear [name], Mr [name] and Dr [name] agreed. My name is [name].")]
    [InlineData("りんごが12個あります。3人で分けます。", "りんごが12個あります。3人で分けます。")]
    [InlineData("Explain the internationalization of distributed telecommunications.", "Explain the internationalization of distributed telecommunications.")]
    public void What_has_a_form_is_taken_out(string text, string redacted) => Assert.Equal(redacted, new PatternTextRedactor().Redact(text));

    [Fact]
    public void A_hostile_text_is_redacted_in_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("a1-", 40_000)) + string.Concat(Enumerable.Repeat("山", 40_000)) + string.Concat(Enumerable.Repeat("1(", 20_000));
        Assert.NotNull(new PatternTextRedactor().Redact(text));
    }
}
