using LanguageRouter.Paths.Translation.Contract;
using LanguageRouter.Signals;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>The politeness of an answer: asked for, kept over the conversation, the user's own where a policy says so.</summary>
public sealed class RegisterTests
{
    private static readonly ChatMessage PlainAnswer = new(ChatRole.Assistant, "猫は動物だ。よく眠る。魚を食べる。");
    private static readonly ChatMessage PoliteAnswer = new(ChatRole.Assistant, "猫は動物です。よく眠ります。魚を食べます。");
    private static readonly ChatMessage KeigoAnswer = new(ChatRole.Assistant, "ご案内いたします。猫でございます。お伺いいたします。");

    [Theory]
    [InlineData("猫とは何ですか？", Register.Polite)]
    [InlineData("猫って何だ？", Register.Polite)]
    [InlineData("恐れ入りますが、猫についてご教示いただけますでしょうか。", Register.Polite)]
    [InlineData("猫についてである調で書いてください。", Register.Plain)]
    [InlineData("タメ口で教えてください。", Register.Plain)]
    [InlineData("敬語で答えて。", Register.Honorific)]
    public void WordsCountAndStyleDoesNot(string question, Register expected) => Assert.Equal(expected, Of(false, User(question)));

    [Theory]
    [InlineData("猫とは何ですか？", Register.Polite)]
    [InlineData("猫って何だ？教えろ。", Register.Plain)]
    [InlineData("恐れ入りますが、猫についてご教示いただけますでしょうか。", Register.Honorific)]
    [InlineData("猫", Register.Polite)]
    public void TheUsersStyleCountsWhereThePolicySaysSo(string question, Register expected)
    {
        Assert.Equal(expected, Of(true, User(question)));

        // The first message that shows a style decides for the conversation.
        Assert.Equal(expected == Register.Polite && question == "猫" ? Register.Plain : expected, Of(true, User(question), PoliteAnswer, User("犬って何だ？教えろ。")));
    }

    [Fact]
    public void TheStyleOfTheAnswersIsKept()
    {
        Assert.Equal(Register.Plain, Of(false, User("である調でお願いします。"), PlainAnswer, User("犬とは何ですか？")));
        Assert.Equal(Register.Polite, Of(false, User("猫とは？"), PoliteAnswer, User("犬とは何だ？")));
        Assert.Equal(Register.Honorific, Of(false, User("敬語で答えて。"), KeigoAnswer, User("犬とは何ですか？")));

        // Keigo that nobody asked for is one polite phrase too many, not a style.
        Assert.Equal(Register.Polite, Of(false, User("猫とは？"), KeigoAnswer, User("犬とは何ですか？")));
        Assert.Equal(Register.Plain, Of(false, User("猫とは？"), PoliteAnswer, User("常体で書いて。")));
    }

    [Fact]
    public void TheApplicationCanAskToo()
    {
        Assert.Equal(Register.Plain, Of(false, new ChatMessage(ChatRole.System, "回答は常体で書くこと。"), User("猫とは何ですか？")));
        Assert.Equal(Register.Honorific, RegisterChoice.Of([User("猫とは何ですか？")], "必ず敬語で話すこと。", followUser: false));
    }

    private static Register Of(bool followUser, params ChatMessage[] messages) => RegisterChoice.Of(messages, null, followUser);

    private static ChatMessage User(string text) => new(ChatRole.User, text);
}
