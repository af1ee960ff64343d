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

    public static int Write(Route route, in VolumeView volumes, Span<BillLeg> legs)
    {
        if (route.Kind != RouteKind.Translated)
        {
            legs[0] = Direct(route, volumes);
            return 1;
        }

        var translator = route.Translator ?? throw new ArgumentException($"Route '{route.Name}' is translated but names no translator.", nameof(route));
        legs[0] = TranslateIn(route, translator, volumes);
        legs[1] = EnglishAnswer(route, volumes);
        if (volumes.AnswerIsEnglish)
        {
            return 2;
        }

        legs[2] = TranslateOut(route, translator, volumes);
        return 3;
    }

    private static BillLeg Direct(Route route, in VolumeView volumes)
    {
        if (!TryVolumes(route.Model, volumes, out var tokens, out var unknown))
        {
            return new BillLeg { Kind = LegKind.Answer, Payee = route.Model.Name, Cost = unknown };
        }

        var prefix = tokens.System + tokens.History;
        var instruction = TokenInterval.Exact(route.ReasoningLanguage is null ? 0 : ReasoningInstructionTokens);
        var calibration = volumes.CalibrationOf(route, route.Model, LegKind.Answer);
        var input = calibration.Correct(prefix + tokens.Prompt + instruction);
        var cached = CachedPrefix(calibration.Correct(prefix), route, volumes);
        return ModelLeg(LegKind.Answer, route.Model, input, cached, volumes.AnswerOf(route, tokens), volumes.ReasoningOf(route));
    }

    private static BillLeg EnglishAnswer(Route route, in VolumeView volumes)
    {
        if (!TryVolumes(route.Model, volumes, out var tokens, out var unknown))
        {
            return new BillLeg { Kind = LegKind.Answer, Payee = route.Model.Name, Cost = unknown };
        }

        var prefix = tokens.EnglishSystem + tokens.EnglishHistory;
        var calibration = volumes.CalibrationOf(route, route.Model, LegKind.Answer);
        var input = calibration.Correct(prefix + tokens.EnglishPrompt);
        var cached = CachedPrefix(calibration.Correct(prefix), route, volumes);
        return ModelLeg(LegKind.Answer, route.Model, input, cached, volumes.AnswerOf(route, tokens), volumes.ReasoningOf(route));
    }

    private static BillLeg TranslateIn(Route route, RouteTranslator translator, in VolumeView volumes)
    {
        if (translator.Model is null)
        {
            return CharacterLeg(LegKind.TranslateIn, translator, volumes.PromptCharacters + (volumes.TranslatesHistory ? volumes.HistoryCharacters : 0));
        }

        if (!TryVolumes(translator.Model, volumes, out var tokens, out var unknown))
        {
            return new BillLeg { Kind = LegKind.TranslateIn, Payee = translator.Name, Cost = unknown };
        }

        // The earlier turns are translated once, in a call of their own; later requests find them remembered.
        var overhead = TokenInterval.Exact(translator.OverheadTokens);
        var retranslates = volumes.TranslatesHistory && tokens.History.High > 0;
        var written = retranslates ? overhead + overhead + tokens.History + tokens.Prompt : overhead + tokens.Prompt;
        var english = retranslates ? tokens.EnglishHistory + tokens.EnglishPrompt : tokens.EnglishPrompt;
        return ModelLeg(LegKind.TranslateIn, translator.Model, volumes.CalibrationOf(route, translator.Model, LegKind.TranslateIn).Correct(written), TokenInterval.Zero, english, translator.Model.ReasoningTokens);
    }

    private static BillLeg TranslateOut(Route route, RouteTranslator translator, in VolumeView volumes)
    {
        if (translator.Model is null)
        {
            return CharacterLeg(LegKind.TranslateOut, translator, volumes.AsLongAs(route, TokenInterval.Exact(volumes.EnglishAnswerCharacters)).Likely);
        }

        if (!TryVolumes(translator.Model, volumes, out var tokens, out var unknown))
        {
            return new BillLeg { Kind = LegKind.TranslateOut, Payee = translator.Name, Cost = unknown };
        }

        var calls = volumes.TranslateOutCalls;
        var overhead = new TokenInterval(translator.OverheadTokens * calls.Low, translator.OverheadTokens * calls.Likely, translator.OverheadTokens * calls.High);
        var input = volumes.CalibrationOf(route, translator.Model, LegKind.TranslateOut).Correct(overhead + volumes.AsLongAs(route, tokens.EnglishAnswer));
        return ModelLeg(LegKind.TranslateOut, translator.Model, input, TokenInterval.Zero, volumes.AsLongAs(route, tokens.Answer), translator.Model.ReasoningTokens);
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

    // The prefix is corrected as the whole input is: what is warm cannot be more than what is counted of it.
    // A cold prefix may still hit, so the low end of the cost counts on the cache in any case; the likely end only where the route is warm.
    private static TokenInterval CachedPrefix(TokenInterval prefix, Route route, in VolumeView volumes) =>
        new(0, volumes.IsWarmEverywhere || volumes.WarmRoute == route.Name ? Cacheable(Math.Min(prefix.Likely, volumes.WarmTokens)) : 0, Cacheable(prefix.High));

    /// <summary>What a provider reads from its prompt cache of a prefix: nothing of a short one, and whole steps of a long one.</summary>
    public static int Cacheable(int tokens) => tokens < CacheFloorTokens ? 0 : tokens / CacheStepTokens * CacheStepTokens;

    private static bool TryVolumes(Model model, in VolumeView volumes, out TokenVolumes tokens, out CostInterval unknown)
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
