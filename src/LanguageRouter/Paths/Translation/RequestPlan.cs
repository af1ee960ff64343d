using LanguageRouter.Paths.Translation.Contract;
using LanguageRouter.Paths.Translation.History;
using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Structure;
using LanguageRouter.Paths.Translation.Verification;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>What is to be translated in a request, and from which language to which.</summary>
internal sealed record RequestPlan
{
    public required string UserLanguage { get; init; }

    public required string ModelLanguage { get; init; }

    public required string AnswerLanguage { get; init; }

    public required Register Register { get; init; }

    public required TranslationWishes Wishes { get; init; }

    public required FidelityLimits Limits { get; init; }

    /// <summary>Gets what is prose in calls and results of tools, by the tool's name.</summary>
    public required IReadOnlyDictionary<string, ToolText> ToolText { get; init; }

    /// <summary>Gets a value indicating whether any text of the request is in the user's language and that is not the model's.</summary>
    public required bool TranslatesIn { get; init; }

    /// <summary>Gets where prose is in an answer that is JSON; <see langword="null"/> for an answer that is text.</summary>
    public IJsonTextSelector? Json { get; init; }

    /// <summary>Gets the reason not to translate the request; <see langword="null"/> where there is none.</summary>
    public string? Unsafe { get; init; }

    /// <summary>Gets the stop sequences, which apply to what the user reads.</summary>
    public IList<string>? StopSequences { get; init; }

    public bool TranslatesOut => !LanguageTags.SameLanguage(AnswerLanguage, ModelLanguage);

    public LegLog Legs { get; } = new();

    public static RequestPlan Create(IReadOnlyList<ChatMessage> messages, ChatOptions? chatOptions, TranslationOptions options)
    {
        var wishes = chatOptions.GetTranslationWishes() ?? new TranslationWishes();
        var user = wishes.UserLanguage ?? options.UserLanguage;
        var lastUser = messages.LastOrDefault(m => m.Role == ChatRole.User && m.Text.Length > 0)?.Text ?? "";
        var languages = new LanguagePair(user, options.ModelLanguage);
        bool Needs(string text) => LanguageCheck.NeedsTranslation(text, languages);
        var inUserLanguage = !LanguageTags.SameLanguage(user, options.ModelLanguage) && Needs(lastUser);
        var any = inUserLanguage || (!LanguageTags.SameLanguage(user, options.ModelLanguage) && (messages.Any(m => IsTranslated(m) && Needs(m.Text)) || OptionTexts.Of(chatOptions).Any(Needs)));

        // A user who writes in the model's language is answered in it, unless the request says otherwise.
        var answer = wishes.AnswerLanguage ?? AnswerLanguageDetector.Detect(lastUser) ?? (inUserLanguage || lastUser.Length == 0 || wishes.UserLanguage is not null ? user : options.ModelLanguage);
        var schema = (chatOptions?.ResponseFormat as ChatResponseFormatJson)?.Schema;
        var json = chatOptions?.ResponseFormat is ChatResponseFormatJson;
        var translatesOut = !LanguageTags.SameLanguage(answer, options.ModelLanguage);
        return new RequestPlan
        {
            Json = schema is { } form && translatesOut ? new SchemaTextSelector(form) : null,
            Unsafe = !translatesOut || !json ? null : schema is not { } given ? "unsafe_json_without_schema" : SchemaTextSelector.HasWideLiterals(given) ? "unsafe_schema_literals" : null,
            StopSequences = translatesOut ? chatOptions?.StopSequences : null,
            UserLanguage = user,
            ModelLanguage = options.ModelLanguage,
            AnswerLanguage = answer,
            Register = wishes.Register != Register.Unknown || !LanguageTags.SameLanguage(answer, "ja") ? wishes.Register : RegisterChoice.Of(messages, chatOptions?.Instructions, wishes.FollowUserStyle),
            Wishes = wishes,
            Limits = wishes.Fidelity ?? options.Fidelity,
            ToolText = wishes.ToolText ?? options.ToolText.AsReadOnly(),
            TranslatesIn = any,
        };
    }

    /// <summary>Whether the text of a message is translated; what tools say is handled by their policy.</summary>
    public static bool IsTranslated(ChatMessage message) => message.Role != ChatRole.Tool;

    public TranslationJob InboundJob(string? context) => new(LegKind.TranslateIn, UserLanguage, ModelLanguage, Legs)
    {
        Tenant = Wishes.Tenant,
        Limits = Limits,
        Terms = Wishes.Glossary?.Forward,
        Context = context,
    };

    public TranslationJob OutboundJob(string? context) => new(LegKind.TranslateOut, ModelLanguage, AnswerLanguage, Legs)
    {
        Tenant = Wishes.Tenant,
        Limits = Limits,
        Register = Register,
        Terms = Terms(),
        Context = context,
    };

    /// <summary>Names the remembered translation of a message.</summary>
    public ShadowKey InboundKey(TranslatorProfile translator, bool ofConversation, string? context, string text) => new()
    {
        Tenant = Wishes.Tenant,
        ConversationId = ofConversation ? Wishes.ConversationId : null,
        Source = UserLanguage,
        Target = ModelLanguage,
        Translator = translator.Name,
        TranslatorVersion = translator.Version,
        GlossaryVersion = Wishes.Glossary?.Version,
        Register = Register.Unknown,
        Context = context,
        Text = text,
    };

    /// <summary>Names what the model itself wrote for an answer that the user saw.</summary>
    public ShadowKey AnswerKey(string text) => new()
    {
        Tenant = Wishes.Tenant,
        ConversationId = Wishes.ConversationId,
        Source = "answer",
        Target = ModelLanguage,
        Translator = "",
        TranslatorVersion = "",
        GlossaryVersion = null,
        Register = Register.Unknown,
        Context = null,
        Text = text,
    };

    private TermTable? Terms() => LanguageTags.SameLanguage(AnswerLanguage, UserLanguage) ? Wishes.Glossary?.Backward : null;
}
