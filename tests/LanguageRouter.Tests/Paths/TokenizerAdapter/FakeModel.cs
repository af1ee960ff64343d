using System.Text.Json;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

/// <summary>What a well-behaved server answers for the small vocabulary: its tokenizer, its list of models, one fixed answer.</summary>
internal sealed class FakeModel
{
    public const string ModelId = "ja-small";

    public SentencePieceEncoder Encoder { get; init; } = Vocabulary.Create();

    /// <summary>Gets or sets what the next completion is answered with instead.</summary>
    public LoopbackServer.Answer? Instead { get; set; }

    /// <summary>Gets or sets the tokenizer that the server has.</summary>
    public SentencePieceEncoder? Served { get; set; }

    /// <summary>Gets or sets the template that the server renders; it cannot render where this is null.</summary>
    public ChatTemplate? Template { get; set; }

    public string AnswerText { get; init; } = "天気です";

    public AdaptedModel Adapter(ChatTemplate? template = null, int window = 500) => new()
    {
        Name = "small",
        ModelId = ModelId,
        Encoder = Encoder,
        Template = template ?? ChatTemplate.ChatML,
        ContextWindow = window,
        BaseCounter = Encoder,
    };

    public LoopbackServer.Answer Answer(string path, string body)
    {
        if (path == "/v1/models")
        {
            return Json(new { data = new[] { new { id = ModelId, max_model_len = 4096, root = "weights" } } });
        }

        using var request = JsonDocument.Parse(body);
        if (path == "/tokenize" && request.RootElement.TryGetProperty("messages", out var messages))
        {
            return Template is null ? new(400, """{"error":{"message":"no messages"}}""") : Json(new
            {
                tokens = new PromptRenderer(Encoder, Template).Render([.. messages.EnumerateArray().Select(message =>
                    new ConversationTurn(message.GetProperty("role").GetString() == "user" ? TurnRole.User : TurnRole.Assistant, message.GetProperty("content").GetString()!))]),
            });
        }

        if (path == "/tokenize")
        {
            var ids = new List<int>();
            var text = request.RootElement.TryGetProperty("prompt", out var prompt) ? prompt : request.RootElement.GetProperty("content");
            (Served ?? Encoder).Encode(text.GetString()!, ids);
            return Json(new { tokens = ids, count = ids.Count });
        }

        if (path != "/v1/completions")
        {
            return new(404, """{"error":{"message":"File Not Found","type":"not_found_error","code":404}}""");
        }

        if (Instead is { } instead && request.RootElement.GetProperty("prompt").GetArrayLength() > 1)
        {
            return instead;
        }

        var answer = new List<int>();
        Encoder.Encode(AnswerText, answer, LanguageRouter.Tokens.TextPosition.Continuation);
        var usage = new { prompt_tokens = request.RootElement.GetProperty("prompt").GetArrayLength(), completion_tokens = answer.Count };
        return request.RootElement.TryGetProperty("stream", out var stream) && stream.GetBoolean()
            ? Events([.. answer.Select(id => Chunk(id)), """{"model":"ja-small","choices":[{"index":0,"text":"","finish_reason":"stop"}]}""", JsonSerializer.Serialize(new { choices = Array.Empty<int>(), usage }), "[DONE]"])
            : Json(new { model = ModelId, choices = new[] { new { index = 0, text = AnswerText, finish_reason = "stop", token_ids = answer } }, usage });
    }

    public static LoopbackServer.Answer Json(object value) => new(200, JsonSerializer.Serialize(value));

    public static LoopbackServer.Answer Events(params string[] data) => new(200, string.Concat(data.Select(item => $"data: {item}\n\n")), "text/event-stream");

    public string Chunk(int id) => JsonSerializer.Serialize(new { choices = new[] { new { index = 0, text = System.Text.Encoding.UTF8.GetString(Encoder.GetBytes(id)), token_ids = new[] { id }, finish_reason = (string?)null } } });
}
