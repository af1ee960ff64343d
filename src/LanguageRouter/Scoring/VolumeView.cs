using System.Runtime.InteropServices;
using LanguageRouter.Routes;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Signals;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring;

/// <summary>The amounts of one request while its routes are scored: a view, so that a decision need not keep them.</summary>
internal readonly ref struct VolumeView
{
    public required ReadOnlySpan<KeyValuePair<string, TokenVolumes>> ByTokenizer { get; init; }

    /// <summary>What a bill makes the amounts from again: <see cref="RequestVolumes"/>, <see cref="BillBasis"/> or <see cref="RequestSignals"/>.</summary>
    public required object Source { get; init; }

    public required int PromptCharacters { get; init; }

    public required int EnglishAnswerCharacters { get; init; }

    public required TokenInterval TranslateOutCalls { get; init; }

    public required bool AnswerIsEnglish { get; init; }

    /// <summary>The route whose provider is expected to hold the prefix; null for none.</summary>
    public string? WarmRoute { get; init; }

    /// <summary>The tokens of the prefix that it holds.</summary>
    public int WarmTokens { get; init; }

    /// <summary>Whether every route's provider is expected to hold the prefix.</summary>
    public bool IsWarmEverywhere { get; init; }

    /// <summary>Whether a translated route must translate the earlier turns first.</summary>
    public required bool TranslatesHistory { get; init; }

    /// <summary>The characters of the earlier turns.</summary>
    public required int HistoryCharacters { get; init; }

    /// <summary>The requests of the conversation to expect from this one on.</summary>
    public required int ExpectedTurns { get; init; }

    /// <summary>The request; null where a caller named amounts alone, which nothing corrects.</summary>
    public required RequestSignals? Signals { get; init; }

    /// <summary>What the tenant's records have taught; null for nothing.</summary>
    public required LearntUsage? Usage { get; init; }

    /// <summary>Whether the answer is over and its length known.</summary>
    public required bool AnswerIsMeasured { get; init; }

    public bool TryGet(string tokenizer, out TokenVolumes volumes)
    {
        foreach (ref readonly var entry in ByTokenizer)
        {
            if (string.Equals(entry.Key, tokenizer, StringComparison.Ordinal))
            {
                volumes = entry.Value;
                return true;
            }
        }

        volumes = default;
        return false;
    }

    /// <summary>The visible answer of a route's model, in its own tokens: as learnt, and no longer than the caller allows.</summary>
    public TokenInterval AnswerOf(Route route, in TokenVolumes tokens)
    {
        var answer = route.Kind == RouteKind.Translated ? tokens.EnglishAnswer : tokens.Answer;
        if (Signals is null || AnswerIsMeasured)
        {
            return answer;
        }

        if (Usage is not null)
        {
            answer = Usage.Of(AnswerKey.Of(route, Signals)).Predict(answer);
        }

        return Signals.MaxOutputTokens is { } most
            ? new TokenInterval(Math.Min(answer.Low, most), Math.Min(answer.Likely, most), Math.Min(answer.High, most))
            : answer;
    }

    /// <summary>Scales what is made of an English answer by how much longer a route's answer is expected than those of all models together.</summary>
    public TokenInterval AsLongAs(Route route, TokenInterval amount)
    {
        if (route.Model.Tokenizer is not { } tokenizer || !TryGet(tokenizer, out var tokens))
        {
            return amount;
        }

        var (own, common) = (AnswerOf(route, tokens), tokens.EnglishAnswer);
        return own == common ? amount
            : new(Scale(amount.Low, own.Low, common.Low), Scale(amount.Likely, own.Likely, common.Likely), Scale(amount.High, own.High, common.High));
    }

    /// <summary>The hidden reasoning tokens of a route's model.</summary>
    public int ReasoningOf(Route route) =>
        Signals is null || Usage is null ? route.Model.ReasoningTokens : Usage.Of(AnswerKey.Of(route, Signals)).PredictReasoning(route.Model.ReasoningTokens);

    /// <summary>How much a provider's count of a call's input grows with ours.</summary>
    public double SlopeOf(Route route, Model model, Paths.LegKind leg) => Usage is null ? 1 : CalibrationOf(route, model, leg).Line.Slope;

    /// <summary>How a provider's count of a call's input is expected to differ from ours.</summary>
    public CountCalibration CalibrationOf(Route route, Model model, Paths.LegKind leg) =>
        Signals is null || Usage is null ? default : Usage.Of(new CountKey(model.Name, Signals.Language.Tag, route.Kind, leg));

    /// <summary>The turn after this one, should the conversation go on with one like it: the earlier turns are longer by this one, and in the cache.</summary>
    public RequestVolumes NextTurn()
    {
        var tokens = ByTokenizer.ToArray();
        foreach (ref var entry in tokens.AsSpan())
        {
            var now = entry.Value;
            entry = new(entry.Key, now with
            {
                History = now.History + now.Prompt + now.Answer,
                EnglishHistory = now.EnglishHistory + now.EnglishPrompt + now.EnglishAnswer,
            });
        }

        return Keep(tokens) with { IsWarmEverywhere = true, WarmTokens = int.MaxValue, TranslatesHistory = false };
    }

    /// <summary>The same amounts with other tokens, for keeping: from what the view was made of.</summary>
    public RequestVolumes Keep(KeyValuePair<string, TokenVolumes>[] byTokenizer) =>
        Source is RequestVolumes kept
            ? kept with { ByTokenizer = ImmutableCollectionsMarshal.AsImmutableArray(byTokenizer) }
            : VolumeEstimator.Keep(Signals!, byTokenizer, Usage);

    private static int Scale(int amount, int own, int common) =>
        own == common || common == 0 ? amount : (int)Math.Min(int.MaxValue, Math.Round((double)amount * own / common));
}
