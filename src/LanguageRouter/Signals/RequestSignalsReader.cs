using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LanguageRouter.Learning;
using LanguageRouter.Paths.Translation.Structure;
using LanguageRouter.Signals.Languages;
using LanguageRouter.Signals.Tasks;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Signals;

/// <summary>Reads the signals of a request in one pass over its messages.</summary>
/// <remarks>Pure and safe for concurrent use.</remarks>
internal static class RequestSignalsReader
{
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options.</param>
    /// <param name="streamed">Whether the answer is read as it is written.</param>
    /// <param name="wording">Predicts the models' quality, by the file that the policy names; null for nothing.</param>
    /// <param name="otherWording">Likewise for the other policy of an experiment.</param>
    [SkipLocalsInit]
    public static RequestSignals Read(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool streamed = false, WordingPredictor? wording = null, WordingPredictor? otherWording = null)
    {
        // 1. Sizes, by part: system prompt and tools, history, last user turn.
        var lastUser = RequestTexts.LastUserMessage(messages, messages.Count);
        var sizes = RequestSizes.Of(messages, options);

        // 2. The language of the last user turn; the turn before is asked only where this one does not decide.
        var prompt = lastUser < 0 ? "" : TextOf(messages[lastUser]);
        var analysis = LanguageDetector.Default.Analyze(prompt);
        if (analysis.Language.IsUndetermined && prompt.Length > 0 && RequestTexts.LastUserMessage(messages, lastUser) is >= 0 and var earlier)
        {
            analysis = LanguageDetector.Default.Analyze(prompt, LanguageDetector.Default.Detect(TextOf(messages[earlier])).Tag);
        }

        // 3. What it asks for, in words.
        Span<char> buffer = stackalloc char[Instruction.TextSize];
        Span<PhraseMatch> phrases = stackalloc PhraseMatch[Instruction.MostPhrases];
        var instruction = Instruction.Read(prompt, buffer, phrases);
        var task = TaskKindClassifier.Classify(instruction, new TaskContext(
            analysis.Embedded.HasFlag(EmbeddedContent.Code),
            analysis.Embedded.HasFlag(EmbeddedContent.JapaneseLiterals),
            analysis.Embedded.HasFlag(EmbeddedContent.Json),
            sizes.Turns));
        var register = RegisterDetector.Detect(instruction);
        var asked = AnswerLanguageDetector.Detect(instruction) ?? AskedBySystem(messages, options);

        var answerLanguage = asked ?? LanguageTag.Written(analysis.Language.Tag);

        // 4. How good models are on requests worded like it, where a policy wants that.
        var predicted = otherWording is null || ReferenceEquals(otherWording, wording) ? null : otherWording.Predict(instruction.Text, analysis.Language.Tag, answerLanguage);
        predicted = wording is null ? predicted : wording.Predict(instruction.Text, analysis.Language.Tag, answerLanguage, predicted);

        return new RequestSignals
        {
            Language = analysis.Language,
            Languages = Shares(analysis),
            AnswerLanguage = answerLanguage,
            AnswerLanguageIsAsked = asked is not null,
            Task = task.Kind,
            TaskEvidence = task.Evidence,
            Register = register,
            Characters = sizes.Characters,
            PromptCharacters = sizes.PromptCharacters,
            Turns = sizes.Turns,
            Tools = options?.Tools?.Count ?? 0,
            ToolNames = options is { Tools: { Count: > 0 } tools } ? [.. tools.Select(tool => tool.Name)] : [],
            SchemaIsJapanese = options is { ResponseFormat: ChatResponseFormatJson { Schema: { } schema } } && SchemaTextSelector.HasWideLiterals(schema),
            IsStreamed = streamed,
            HasToolCalls = sizes.HasToolCalls,
            ResponseFormat = options?.ResponseFormat switch
            {
                ChatResponseFormatJson { Schema: not null } => ResponseFormat.JsonSchema,
                ChatResponseFormatJson => ResponseFormat.Json,
                _ => ResponseFormat.Text,
            },
            Attachments = sizes.Attachments,
            Requires = sizes.Requires,
            MaxOutputTokens = options?.MaxOutputTokens,
            System = sizes.System,
            History = sizes.History,
            Prompt = sizes.Prompt,
            Wording = predicted,
        };
    }

    private static string? AskedBySystem(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.System && AnswerLanguageDetector.Detect(TextOf(message)) is { } asked)
            {
                return asked;
            }
        }

        return options?.Instructions is { Length: > 0 } instructions ? AnswerLanguageDetector.Detect(instructions) : null;
    }

    // A message of one text is the rule; its text needs no copy.
    private static string TextOf(ChatMessage message) =>
        message.Contents is [TextContent { Text: var text }] ? text ?? "" : message.Text;

    private static ImmutableArray<LanguageShare> Shares(LanguageAnalysis analysis) =>
        analysis.Shares is LanguageShare[] shares ? ImmutableCollectionsMarshal.AsImmutableArray(shares) : [.. analysis.Shares];
}
