using LanguageRouter.Paths;
using LanguageRouter.Routes;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring;

/// <summary>Writes the legs of a route's bill.</summary>
/// <remarks>
/// The sums are those of the cost model in docs/concepts.md. S, H, A, B: system prompt, history, last turn and visible answer;
/// R: hidden reasoning; o: a translator's instructions.
/// <code>
/// direct, adapted  S + H + A in,  B + R out              the answering model's own tokenizer and prices
/// translate-in     o + A in,      English A out          the translator's
/// answer           English S + H + A in,  English B + R out
/// translate-out    n o + English B in,    B out          the translator's; no leg where the user wants English
/// </code>
/// </remarks>
internal static class BillLegs
{
    public const int MaxLegs = 3;

    /// <summary>Instructions of the variant "reason in English, answer in the user's language", in tokens of o200k_base.</summary>
    public const int ReasoningInstructionTokens = 48;

    // OpenAI caches prompts from 1,024 tokens on, in steps of 128; the other providers' floors are near it.
    private const int CacheFloorTokens = 1024;
    private const int CacheStepTokens = 128;

    public static int Write(Route route, RequestVolumes volumes, Span<BillLeg> legs)
    {
        if (route.Kind != RouteKind.Translated)
        {
            legs[0] = Direct(route, volumes);
            return 1;
        }

        var translator = route.Translator ?? throw new ArgumentException($"Route '{route.Name}' is translated but names no translator.", nameof(route));
        legs[0] = TranslateIn(translator, volumes);
        legs[1] = EnglishAnswer(route, volumes);
        if (volumes.AnswerIsEnglish)
        {
            return 2;
        }

        legs[2] = TranslateOut(translator, volumes);
        return 3;
    }

    private static BillLeg Direct(Route route, RequestVolumes volumes)
    {
        if (!TryVolumes(route.Model, volumes, out var tokens, out var unknown))
        {
            return new BillLeg { Kind = LegKind.Answer, Payee = route.Model.Name, Cost = unknown };
        }

        var prefix = tokens.System + tokens.History;
        var instruction = TokenInterval.Exact(route.ReasoningLanguage is null ? 0 : ReasoningInstructionTokens);
        return ModelLeg(
            LegKind.Answer, route.Model, prefix + tokens.Prompt + instruction, CachedPrefix(prefix, route, volumes), tokens.Answer, route.Model.ReasoningTokens);
    }

    private static BillLeg EnglishAnswer(Route route, RequestVolumes volumes)
    {
        if (!TryVolumes(route.Model, volumes, out var tokens, out var unknown))
        {
            return new BillLeg { Kind = LegKind.Answer, Payee = route.Model.Name, Cost = unknown };
        }

        var prefix = tokens.EnglishSystem + tokens.EnglishHistory;
        return ModelLeg(
            LegKind.Answer, route.Model, prefix + tokens.EnglishPrompt, CachedPrefix(prefix, route, volumes), tokens.EnglishAnswer, route.Model.ReasoningTokens);
    }

    private static BillLeg TranslateIn(RouteTranslator translator, RequestVolumes volumes)
    {
        if (translator.Model is null)
        {
            return CharacterLeg(LegKind.TranslateIn, translator, volumes.PromptCharacters + (volumes.TranslatesHistory ? volumes.HistoryCharacters : 0));
        }

        if (!TryVolumes(translator.Model, volumes, out var tokens, out var unknown))
        {
            return new BillLeg { Kind = LegKind.TranslateIn, Payee = translator.Name, Cost = unknown };
        }

        var overhead = TokenInterval.Exact(translator.OverheadTokens);
        return volumes.TranslatesHistory && tokens.History.High > 0
            ? ModelLeg(LegKind.TranslateIn, translator.Model, overhead + overhead + tokens.History + tokens.Prompt, TokenInterval.Zero, tokens.EnglishHistory + tokens.EnglishPrompt, translator.Model.ReasoningTokens)
            : ModelLeg(LegKind.TranslateIn, translator.Model, overhead + tokens.Prompt, TokenInterval.Zero, tokens.EnglishPrompt, translator.Model.ReasoningTokens);
    }

    private static BillLeg TranslateOut(RouteTranslator translator, RequestVolumes volumes)
    {
        if (translator.Model is null)
        {
            return CharacterLeg(LegKind.TranslateOut, translator, volumes.EnglishAnswerCharacters);
        }

        if (!TryVolumes(translator.Model, volumes, out var tokens, out var unknown))
        {
            return new BillLeg { Kind = LegKind.TranslateOut, Payee = translator.Name, Cost = unknown };
        }

        var overhead = TokenInterval.Exact(translator.OverheadTokens * volumes.TranslateOutCalls);
        return ModelLeg(
            LegKind.TranslateOut, translator.Model, overhead + tokens.EnglishAnswer, TokenInterval.Zero, tokens.Answer, translator.Model.ReasoningTokens);
    }

    private static BillLeg ModelLeg(LegKind kind, Model model, TokenInterval input, TokenInterval cached, TokenInterval output, int reasoning) => new()
    {
        Kind = kind,
        Payee = model.Name,
        Tokenizer = model.Tokenizer,
        InputTokens = input,
        CachedInputTokens = cached,
        OutputTokens = output,
        ReasoningTokens = reasoning,
        Cost = TokenPrice.Of(model, input, cached, output, reasoning),
    };

    private static BillLeg CharacterLeg(LegKind kind, RouteTranslator translator, int characters) => new()
    {
        Kind = kind,
        Payee = translator.Name,
        Characters = characters,
        Cost = translator.PricePerMillionCharacters is { } price
            ? CostInterval.Exact(price * characters * TokenPrice.PerMillion)
            : CostInterval.Unknown($"translator '{translator.Name}' has no price per million characters"),
    };

    // A cold prefix may still hit, so the low end of the cost counts on the cache in any case; the likely end only where the route is warm.
    private static TokenInterval CachedPrefix(TokenInterval prefix, Route route, RequestVolumes volumes) =>
        new(0, volumes.IsWarmEverywhere || volumes.WarmRoute == route.Name ? Cacheable(Math.Min(prefix.Likely, volumes.WarmTokens)) : 0, Cacheable(prefix.High));

    /// <summary>What a provider reads from its prompt cache of a prefix: nothing of a short one, and whole steps of a long one.</summary>
    public static int Cacheable(int tokens) => tokens < CacheFloorTokens ? 0 : tokens / CacheStepTokens * CacheStepTokens;

    private static bool TryVolumes(Model model, RequestVolumes volumes, out TokenVolumes tokens, out CostInterval unknown)
    {
        tokens = default;
        if (model.Tokenizer is null)
        {
            unknown = CostInterval.Unknown($"model '{model.Name}' names no tokenizer");
            return false;
        }

        var found = volumes.TryGet(model.Tokenizer, out tokens);
        unknown = found ? default : CostInterval.Unknown($"no counts in tokenizer '{model.Tokenizer}' of model '{model.Name}'");
        return found;
    }
}
