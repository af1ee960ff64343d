using LanguageRouter.Paths.TokenizerAdapter;

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

public sealed class PromptFitterTests
{
    private static readonly FakeModel Model = new();

    private static List<ConversationTurn> Conversation(int rounds)
    {
        List<ConversationTurn> turns = [new(TurnRole.System, "です")];
        for (var i = 0; i < rounds; i++)
        {
            turns.Add(new(TurnRole.User, $"質問{i}"));
            turns.Add(new(TurnRole.Assistant, $"答え{i}"));
        }

        turns.Add(new(TurnRole.User, "最後の質問"));
        return turns;
    }

    private static FittedPrompt Fit(List<ConversationTurn> turns, int window, TooLongPolicy policy, int? answer = 10)
    {
        var adapter = Model.Adapter(window: window);
        return PromptFitter.Fit(adapter, new PromptRenderer(adapter.Encoder, adapter.Template), turns, answer, new() { TooLong = policy });
    }

    [Fact]
    public void The_last_token_of_the_window_counts()
    {
        var size = Fit(Conversation(3), 10_000, TooLongPolicy.Refuse).Ids.Count;
        Assert.Equal(size, Fit(Conversation(3), size + 10, TooLongPolicy.Refuse).Ids.Count);
        var error = Assert.Throws<TokenizerAdapterException>(() => Fit(Conversation(3), size + 9, TooLongPolicy.Refuse));
        Assert.Equal((TokenizerAdapterFailure.PromptTooLong, size, size + 9), (error.Failure, error.PromptTokens!.Value, error.ContextWindow!.Value));
        Assert.DoesNotContain("最後の質問", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_takes_what_is_left_where_nothing_is_asked()
    {
        var size = Fit(Conversation(3), 10_000, TooLongPolicy.Refuse).Ids.Count;
        Assert.Equal(25, Fit(Conversation(3), size + 25, TooLongPolicy.Refuse, answer: null).MaxTokens);
        Assert.Equal(1024, Fit(Conversation(3), size + 5000, TooLongPolicy.Refuse, answer: null).MaxTokens);
    }

    [Fact]
    public void The_oldest_go_first_and_no_more_than_needed()
    {
        var turns = Conversation(20);
        var full = Fit(turns, 100_000, TooLongPolicy.DropOldest);
        Assert.Equal(0, full.Dropped);
        var fitted = Fit(turns, full.Ids.Count / 2, TooLongPolicy.DropOldest);
        Assert.InRange(fitted.Ids.Count + 10, 1, full.Ids.Count / 2);
        Assert.Equal(turns[0], fitted.Turns[0]);
        Assert.Equal(turns[^1], fitted.Turns[^1]);
        Assert.Equal(TurnRole.User, fitted.Turns[1].Role);
        Assert.Equal(turns.Count, fitted.Turns.Count + fitted.Dropped);

        // One round more would not fit.
        var more = turns.Take(1).Concat(turns.Skip(1 + fitted.Dropped - 2)).ToList();
        Assert.Throws<TokenizerAdapterException>(() => Fit(more, full.Ids.Count / 2, TooLongPolicy.Refuse));
    }

    [Fact]
    public void The_last_question_is_never_dropped() =>
        Assert.Throws<TokenizerAdapterException>(() => Fit([new(TurnRole.User, new string('日', 1000))], 100, TooLongPolicy.DropOldest));
}
