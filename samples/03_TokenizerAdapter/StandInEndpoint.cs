using System.Net;
using System.Text;
using System.Text.Json;
using LanguageRouter.Tokens;

namespace TokenizerAdapterSample;

/// <summary>Stands in for a server such as vLLM: it speaks the same protocol inside this process, knows its tokenizer, and has no model. Every answer says so.</summary>
internal sealed class StandInEndpoint(ITokenEncoder tokenizer) : HttpMessageHandler
{
    private const string Answer = "これは代役の回答です。天気は教えてくれません。";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/models", StringComparison.Ordinal))
        {
            return Json(new { data = new[] { new { id = "ja-model", max_model_len = 512, root = "stand-in" } } });
        }

        using var body = JsonDocument.Parse(await request.Content!.ReadAsStreamAsync(cancellationToken));
        return request.RequestUri.AbsolutePath.EndsWith("/tokenize", StringComparison.Ordinal) ? Tokenize(body.RootElement) : Complete(body.RootElement);
    }

    private HttpResponseMessage Tokenize(JsonElement request)
    {
        if (!request.TryGetProperty("prompt", out var text))
        {
            return new(HttpStatusCode.BadRequest) { Content = new StringContent("""{"error":{"message":"no template"}}""") };
        }

        var ids = Ids(text.GetString()!);
        return Json(new { tokens = ids, count = ids.Count });
    }

    private HttpResponseMessage Complete(JsonElement request)
    {
        var prompt = request.GetProperty("prompt").EnumerateArray().Select(id => id.GetInt32()).ToArray();
        if (prompt.Any(id => id >= tokenizer.VocabularySize))
        {
            return new(HttpStatusCode.BadRequest) { Content = new StringContent("""{"error":{"message":"token id out of vocabulary","type":"invalid_request_error"}}""") };
        }

        var answer = Ids(Answer).Take(request.GetProperty("max_tokens").GetInt32()).ToArray();
        return Json(new
        {
            model = "ja-model",
            choices = new[] { new { index = 0, text = TokenTextDecoder.Decode(tokenizer, answer, TextPosition.Continuation), finish_reason = "stop", token_ids = answer } },
            usage = new { prompt_tokens = prompt.Length, completion_tokens = answer.Length },
        });
    }

    private List<int> Ids(string text)
    {
        var ids = new List<int>();
        tokenizer.Encode(text, ids);
        return ids;
    }

    private static HttpResponseMessage Json(object value) => new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(value), Encoding.UTF8, "application/json") };
}
