using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Tests.Signals.Tasks;

public class AnswerLanguageDetectorTests
{
    [Theory]
    [InlineData("英語で答えて", "en")]
    [InlineData("富士山について英語で簡潔に説明してください。", "en")]
    [InlineData("日本語でお願いします", "ja")]
    [InlineData("回答は日本語で。", "ja")]
    [InlineData("英語ではなく日本語で答えてください", "ja")]
    [InlineData("以下の問いに英語で簡潔に回答してください", "en")]
    [InlineData("reply in English", "en")]
    [InlineData("Please answer in Japanese.", "ja")]
    [InlineData("in French please", "fr")]
    [InlineData("Don't answer in English, answer in Japanese", "ja")]
    [InlineData("この文を英訳して", "en")]
    [InlineData("次の文章をフランス語に翻訳してください", "fr")]
    [InlineData("Translate this into Korean: hello", "ko")]
    [InlineData("英語で考えて、日本語で答えてください", "ja")]
    [InlineData("中国語で返信してください", "zh")]
    public void FindsTheLanguageAskedFor(string text, string expected) => Assert.Equal(expected, AnswerLanguageDetector.Detect(text));

    [Theory]
    [InlineData("英語で書かれた本を教えて")]
    [InlineData("日本語で小説を読む人は増えていますか")]
    [InlineData("Recommend a book written in English.")]
    [InlineData("What is the best course in English literature?")]
    [InlineData("英語の勉強法を教えて")]
    [InlineData("don't answer in English")]
    [InlineData("コメントは英語で書いてください")]
    [InlineData("「猫」は英語で何と言いますか？教えて")]
    [InlineData("英語の先生")]
    [InlineData("")]
    public void DoesNotFireOnAMention(string text) => Assert.Null(AnswerLanguageDetector.Detect(text));
}
