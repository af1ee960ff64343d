using System.Globalization;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Decides before anything is sent whether a conversation fits, and shortens it where the policy says so.</summary>
internal static class PromptFitter
{
    /// <exception cref="TokenizerAdapterException">It does not fit.</exception>
    public static FittedPrompt Fit(ITokenizerAdapter adapter, PromptRenderer renderer, List<ConversationTurn> turns, int? maxOutputTokens, TokenizerAdapterOptions options)
    {
        var ids = renderer.Render(turns);
        var needed = maxOutputTokens ?? 1;
        if (Fits(ids))
        {
            return Fitted(ids, turns, 0);
        }

        // The last turn and the system message stay. Leaving out more never makes the prompt longer, so the smallest
        // number is found by halving: a long conversation is rendered a few times, not once a turn.
        var first = turns[0].Role == TurnRole.System ? 1 : 0;
        var (low, high) = (1, turns.Count - first - 1);
        if (options.TooLong == TooLongPolicy.Refuse || high < 1 || !Fits(renderer.Render(Without(high))))
        {
            throw TooLong(adapter, ids.Count, needed);
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Fits(renderer.Render(Without(middle))) ? (low, middle) : (middle + 1, high);
        }

        // A conversation starts with the user: an answer whose question is gone goes too.
        while (turns[first + high].Role == TurnRole.Assistant && first + high < turns.Count - 1)
        {
            high++;
        }

        var kept = Without(high);
        return Fitted(renderer.Render(kept), kept, high);

        bool Fits(List<int> prompt) => prompt.Count + needed <= adapter.ContextWindow;

        List<ConversationTurn> Without(int count) => [.. turns.Take(first), .. turns.Skip(first + count)];

        FittedPrompt Fitted(List<int> prompt, IReadOnlyList<ConversationTurn> held, int dropped) =>
            new(prompt, maxOutputTokens ?? Math.Min(options.DefaultMaxOutputTokens, adapter.ContextWindow - prompt.Count), held, dropped);
    }

    private static TokenizerAdapterException TooLong(ITokenizerAdapter adapter, int prompt, int answer) => new(
        TokenizerAdapterFailure.PromptTooLong,
        string.Create(CultureInfo.InvariantCulture, $"The prompt has {prompt} tokens of '{adapter.Encoder.Name}' and the answer may take {answer}: together more than the {adapter.ContextWindow} of the adapter '{adapter.Name}'. Nothing was sent."))
    {
        PromptTokens = prompt,
        ContextWindow = adapter.ContextWindow,
    };
}
