using System.Text.Json;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>One request on its way: what is sent, what came back, and the account of both.</summary>
internal sealed class AdapterCall
{
    // JSON without a schema: the protocols share only the schema, and any object is what is meant.
    private static readonly JsonElement AnyObject = JsonElement.Parse("""{"type":"object"}""");
    private readonly FittedPrompt _prompt;
    private readonly long _started;
    private readonly string _messageId;
    private readonly DateTimeOffset _createdAt;

    public AdapterCall(AdapterState state, FittedPrompt prompt, ChatOptions? options, AnswerForm form, TimeProvider time)
    {
        State = state;
        _prompt = prompt;
        var template = state.Adapter.Template;
        IReadOnlyList<string> stops = [.. template.StopTexts, .. options?.StopSequences ?? []];
        Reader = new AnswerReader(state.Adapter.Encoder, state.Renderer, form, stops);
        Request = new TokenCompletionRequest
        {
            ModelId = state.Adapter.ModelId,
            PromptIds = prompt.Ids,
            MaxTokens = prompt.MaxTokens,
            Temperature = options?.Temperature,
            TopP = options?.TopP,
            TopK = options?.TopK,
            Seed = options?.Seed,
            FrequencyPenalty = options?.FrequencyPenalty,
            PresencePenalty = options?.PresencePenalty,
            StopTexts = stops,
            StopIds = state.Renderer.StopIds,
            LogitBias = LogitBias(options),
            JsonSchema = options?.ResponseFormat is ChatResponseFormatJson json ? json.Schema ?? AnyObject : null,
            Loras = state.Adapter.Loras,
        };
        _started = time.GetTimestamp();
        _createdAt = time.GetUtcNow();
        _messageId = Guid.NewGuid().ToString("N");
    }

    public AdapterState State { get; }

    public TokenCompletionRequest Request { get; }

    public AnswerReader Reader { get; }

    public ChatResponse ToResponse(TimeProvider time)
    {
        var account = Account();
        var message = new ChatMessage(ChatRole.Assistant, Reader.Text) { MessageId = _messageId, CreatedAt = _createdAt, AdditionalProperties = AnswerIds() };
        var response = new ChatResponse(message)
        {
            ResponseId = _messageId,
            CreatedAt = _createdAt,
            ModelId = Request.ModelId,
            FinishReason = FinishReason(),
            Usage = Usage(),
            AdditionalProperties = new() { [AdapterResponseExtensions.AccountKey] = account },
        };
        response.SetPathLegs([Leg(account, time)]);
        return response;
    }

    public ChatResponseUpdate ToUpdate(string text) => new(ChatRole.Assistant, text)
    {
        MessageId = _messageId,
        ResponseId = _messageId,
        CreatedAt = _createdAt,
        ModelId = Request.ModelId,
    };

    public ChatResponseUpdate ToLastUpdate(TimeProvider time)
    {
        var update = ToUpdate(string.Empty);
        update.Contents = [new UsageContent(Usage())];
        update.FinishReason = FinishReason();
        update.AdditionalProperties = AnswerIds() ?? [];
        var account = Account();
        update.AdditionalProperties[AdapterResponseExtensions.AccountKey] = account;
        update.SetPathLegs([Leg(account, time)]);
        return update;
    }

    private static Dictionary<int, float> LogitBias(ChatOptions? options) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue("logit_bias", out var value) && value is IReadOnlyDictionary<int, float> bias ? new(bias) : [];

    private AdditionalPropertiesDictionary? AnswerIds()
    {
        if (!Reader.AgreesWithServer())
        {
            // The server turned the ids into other words than our vocabulary has for them: its vocabulary is another one.
            State.Doubt();
            return null;
        }

        return Reader.HistoryIds is { } ids ? new() { [AdapterResponseExtensions.AnswerIdsKey] = ids } : null;
    }

    private ChatFinishReason FinishReason() => Reader.Stopped ? ChatFinishReason.Stop : Reader.FinishReason switch
    {
        "stop" => ChatFinishReason.Stop,
        "length" => ChatFinishReason.Length,
        "content_filter" => ChatFinishReason.ContentFilter,
        var other => new ChatFinishReason(other ?? "unknown"),
    };

    private UsageDetails Usage()
    {
        var (prompt, cached, answer) = Reader.Usage;
        if (prompt is { } count && count != _prompt.Ids.Count)
        {
            // The server sees another prompt than the one that was sent, such as one with a beginning token put before it.
            State.Doubt();
        }

        var input = prompt ?? _prompt.Ids.Count;
        int? output = answer ?? (Reader.Ids.Count > 0 ? Reader.Ids.Count : null);
        return new UsageDetails { InputTokenCount = input, CachedInputTokenCount = cached, OutputTokenCount = output, TotalTokenCount = input + output };
    }

    private PathLeg Leg(AdapterAccount account, TimeProvider time) => new()
    {
        Kind = LegKind.Answer,
        ModelId = Request.ModelId,
        Usage = Usage(),
        Account = account,
        Duration = time.GetElapsedTime(_started),
    };

    private AdapterAccount Account()
    {
        var adapter = State.Adapter;
        return new AdapterAccount
        {
            Adapter = adapter.Name,
            Tokenizer = adapter.Encoder.Name,
            PromptTokens = _prompt.Ids.Count,
            MessageTokens = Sum(adapter.Encoder),
            AnswerTokens = adapter.Encoder.Count(Reader.Text),
            BaseTokenizer = adapter.BaseCounter?.Name,
            BaseMessageTokens = adapter.BaseCounter is { } counter ? Sum(counter) : null,
            BaseAnswerTokens = adapter.BaseCounter?.Count(Reader.Text),
            DroppedMessages = _prompt.Dropped,
        };
    }

    private int Sum(ITokenCounter counter) => _prompt.Turns.Sum(turn => counter.Count(turn.Text));
}
