using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Tests.Signals.Tasks;

public class RegisterDetectorTests
{
    [Theory]
    [InlineData("富士山の高さを教えてください。", Register.Polite)]
    [InlineData("富士山って何メートルですか？", Register.Polite)]
    [InlineData("富士山の高さ教えて", Register.Plain)]
    [InlineData("これは良い本だ。明日返す。", Register.Plain)]
    [InlineData("恐れ入りますが、資料をお送りいただけますでしょうか。", Register.Honorific)]
    [InlineData("平素より大変お世話になっております。", Register.Honorific)]
    [InlineData("手伝ってくれてありがとうございます", Register.Polite)]
    [InlineData("How tall is Mount Fuji?", Register.Unknown)]
    [InlineData("", Register.Unknown)]
    public void TellsTheRegister(string text, Register expected) => Assert.Equal(expected, RegisterDetector.Detect(text));
}
