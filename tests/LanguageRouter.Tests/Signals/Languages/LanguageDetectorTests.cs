using LanguageRouter.Signals;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Tests.Signals.Languages;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("", "und")]
    [InlineData("12345 !!! 😀", "und")]
    [InlineData("こんにちは", "ja")]
    [InlineData("ｺﾝﾆﾁﾊ", "ja")]
    [InlineData("明日の会議の資料を作成してください。", "ja")]
    [InlineData("日本国憲法第九条", "ja")]
    [InlineData("Please write a short poem about autumn.", "en")]
    [InlineData("今天天气怎么样？我想去公园。", "zh-Hans")]
    [InlineData("今天天氣怎麼樣？我想去公園。", "zh-Hant")]
    [InlineData("오늘 날씨가 어때요?", "ko")]
    [InlineData("kono bun wo eigo ni yakushite kudasai", "ja-Latn")]
    [InlineData("¿Dónde está la estación de tren más cercana?", "es")]
    [InlineData("Wo ist der nächste Bahnhof und wie komme ich dorthin?", "de")]
    [InlineData("Saya mau makan nasi goreng di rumah", "id")]
    [InlineData("Где находится ближайшая станция метро? Вы знаете?", "ru")]
    [InlineData("أين أقرب محطة قطار؟", "ar")]
    [InlineData("สถานีรถไฟอยู่ที่ไหน", "th")]
    public void Detect_NamesTheLanguage(string text, string expected) => Assert.Equal(expected, Tag(text));

    [Theory]
    [InlineData("次の英文を日本語に訳してください。\n\nThe committee will meet on Friday to discuss the proposal in detail.", "ja")]
    [InlineData("The committee will meet on Friday to discuss the proposal in detail.\n\nこれはどういう意味ですか？", "ja")]
    [InlineData("Translate the following into English:\n\n委員会は金曜日に提案の詳細を話し合う予定です。", "en")]
    [InlineData("委員会は金曜日に提案の詳細を話し合う予定です。\n\nWhat does this mean?", "en")]
    [InlineData("请把下面的句子翻译成中文：\n委員会は金曜日に提案を話し合う予定です。", "zh-Hans")]
    [InlineData("다음 문장을 한국어로 번역해 주세요.\n委員会は金曜日に提案を話し合う予定です。", "ko")]
    [InlineData("What does 侘び寂び mean in English?", "en")]
    [InlineData("Explain the difference between は and が.", "en")]
    [InlineData("pandasでDataFrameをmergeするmethodを教えて", "ja")]
    [InlineData("「The quick brown fox jumps over the lazy dog」を訳して", "ja")]
    public void Detect_AnswersWithTheInstructionsLanguage(string text, string expected) => Assert.Equal(expected, Tag(text));

    [Theory]
    [InlineData("この関数を説明して\n```python\ndef add(first, second):\n    return first + second\n```", "ja", EmbeddedContent.Code)]
    [InlineData("この関数を説明して\n\ndef add(first, second):\n    return first + second\n", "ja", EmbeddedContent.Code)]
    [InlineData("Explain this:\n```js\nconst greeting = \"こんにちは、世界\";\n```", "en", EmbeddedContent.Code | EmbeddedContent.JapaneseLiterals)]
    [InlineData("直して: {\"name\": \"山田\", \"age\": 3}", "ja", EmbeddedContent.Json | EmbeddedContent.JapaneseLiterals)]
    [InlineData("<p>これは段落です。</p>", "ja", EmbeddedContent.Markup)]
    [InlineData("$x^2 + y^2 = r^2$ の面積を求めよ。", "ja", EmbeddedContent.Latex)]
    [InlineData("https://example.com/the/best/page/of/the/year を要約して", "ja", EmbeddedContent.Address)]
    [InlineData("連絡先は someone.else@example.com です。", "ja", EmbeddedContent.Address)]
    [InlineData("It costs $5 and he paid $6 for it.", "en", EmbeddedContent.None)]
    public void Analyze_SetsApartWhatIsNotProse(string text, string expected, object embedded)
    {
        var analysis = LanguageDetector.Default.Analyze(text);

        Assert.Equal(expected, analysis.Language.Tag);
        Assert.Equal(embedded, analysis.Embedded);
    }

    [Fact]
    public void Analyze_SharesAddUpToOne()
    {
        var analysis = LanguageDetector.Default.Analyze("次の英文を訳してください。\nThe committee will meet on Friday to discuss the proposal.");

        Assert.Equal(1, analysis.Shares.Sum(share => share.Share), 6);
        Assert.Equal(["en", "ja"], analysis.Shares.Select(share => share.Tag));
        Assert.Equal(analysis.ShareOf("ja"), 12.0 / analysis.ProseCharacters, 6);
    }

    [Fact]
    public void Analyze_LeavesAmbiguousKanjiUndetermined_UnlessTheConversationDecides()
    {
        Assert.True(LanguageDetector.Default.Analyze("世界").Language.IsUndetermined);
        Assert.Equal("ja", LanguageDetector.Default.Analyze("世界", "ja").Language.Tag);
        Assert.StartsWith("zh", LanguageDetector.Default.Analyze("世界", "zh-Hans").Language.Tag, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_NameTheLanguageOfEachStretch()
    {
        const string Text = "次の英文を訳してください。\nThe committee will meet on Friday to discuss it.";
        var spans = LanguageDetector.Default.Spans(Text);

        Assert.Equal(["ja", "en"], spans.Select(span => span.Language.Tag));
        Assert.StartsWith("The committee", Text[spans[1].Start..].TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_AllocatesNothing()
    {
        var text = string.Concat(Enumerable.Repeat("来週の会議の資料を準備しています。", 30));
        LanguageDetector.Default.Detect(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        LanguageDetector.Default.Detect(text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Tag(string text) => LanguageDetector.Default.Detect(text).Tag;
}
