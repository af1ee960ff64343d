using System.Globalization;
using System.Net;
using LanguageRouter.Tokens;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Proves on sample texts that a server's ids are those of an adapter's tokenizer.</summary>
internal sealed class TokenizerHandshake(ITokenCompletionEndpoint endpoint, bool requireTemplate, TimeProvider time)
{
    // Own sentences, each with what tokenizers disagree on: rare kanji, emoji, widths, spaces, code, runs.
    private static readonly string[] Samples =
    [
        "こんにちは。今日は良い天気ですね。",
        "鱻と𠮷野家と龘、髙﨑さんの鷗。",
        "👨\u200D👩\u200D👧🇯🇵 絵文字👍🏽",
        "ﾊﾝｶｸｶﾅとＡＢＣ１２３、が=か\u3099",
        "株式会社東京　（令和８年１１月２２日）「引用」…—～",
        "The quick brown fox doesn't jump; it costs $1,234.56.",
        "  two  spaces,\ttab\n\nlines \r\n end ",
        "for (int i = 0; i < n; i++) { a[i] += \"日本\"; } // 終わり",
        "https://example.com/検索?q=%E6%97%A5#x_y-z",
        "한국어와 中文简体 и русский ไทย العربية",
        "wwwwwwwwwwwwーーーーーーーー！！！！",
        "{\"キー\": [1, 2.5e-3, null]}\u3000\u00A0.",
    ];

    public async Task<HandshakeReport> VerifyAsync(ITokenizerAdapter adapter, CancellationToken cancellationToken)
    {
        var (reason, compared) = await FindDifferenceAsync(adapter, cancellationToken).ConfigureAwait(false);
        var template = reason is null ? await CompareTemplatesAsync(adapter, cancellationToken).ConfigureAwait(false) : null;
        reason ??= requireTemplate ? template : null;
        return new HandshakeReport(reason is null, reason, compared, time.GetUtcNow()) { TemplateDifference = template };
    }

    private async Task<(string? Reason, int Compared)> FindDifferenceAsync(ITokenizerAdapter adapter, CancellationToken cancellationToken)
    {
        var model = await endpoint.DescribeAsync(adapter.ModelId, cancellationToken).ConfigureAwait(false);
        if (model is null)
        {
            return ($"the endpoint does not list the model '{adapter.ModelId}'", 0);
        }

        if (model.ContextWindow < adapter.ContextWindow)
        {
            return (Invariant($"the endpoint's context window is {model.ContextWindow} tokens, the adapter is configured with {adapter.ContextWindow}"), 0);
        }

        var size = adapter.Encoder.VocabularySize;
        if (model.VocabularySize < size)
        {
            return (Invariant($"the endpoint has {model.VocabularySize} token ids, the tokenizer '{adapter.Encoder.Name}' {size}"), 0);
        }

        var (difference, compared) = await CompareTextsAsync(adapter, cancellationToken).ConfigureAwait(false);
        difference ??= await CompareControlsAsync(adapter, cancellationToken).ConfigureAwait(false);
        if (difference is null && model.VocabularySize is null && !await AcceptsLastIdAsync(adapter, cancellationToken).ConfigureAwait(false))
        {
            difference = Invariant($"the endpoint refuses the id {size - 1}, the last one of the tokenizer '{adapter.Encoder.Name}': its vocabulary is smaller");
        }

        return (difference, compared);
    }

    private async Task<(string? Difference, int Compared)> CompareTextsAsync(ITokenizerAdapter adapter, CancellationToken cancellationToken)
    {
        var compared = 0;
        foreach (var sample in Samples)
        {
            var theirs = await endpoint.TokenizeAsync(adapter.ModelId, sample, cancellationToken).ConfigureAwait(false);
            if (theirs is null)
            {
                return (null, 0);
            }

            var ours = Encode(adapter.ServerEncoder ?? adapter.Encoder, sample);
            if (Describe(adapter.Encoder, sample, ours, theirs) is { } difference)
            {
                return (difference, compared);
            }

            compared++;
        }

        return (null, compared);
    }

    // A server reads a written control token either as that token or as plain words; anything else is another tokenizer.
    private async Task<string?> CompareControlsAsync(ITokenizerAdapter adapter, CancellationToken cancellationToken)
    {
        foreach (var control in new PromptRenderer(adapter.Encoder, adapter.Template).Controls)
        {
            var theirs = await endpoint.TokenizeAsync(adapter.ModelId, control, cancellationToken).ConfigureAwait(false);
            var ours = Encode(adapter.ServerEncoder ?? adapter.Encoder, control);
            if (theirs is not null && !(theirs.Count == 1 && theirs[0] == adapter.Encoder.FindControl(control)) && Describe(adapter.Encoder, control, ours, theirs) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private async Task<string?> CompareTemplatesAsync(ITokenizerAdapter adapter, CancellationToken cancellationToken)
    {
        ConversationTurn[] turns = [new(TurnRole.User, "こんにちは。"), new(TurnRole.Assistant, "はい、何でしょうか。"), new(TurnRole.User, "今日の天気は？")];
        var theirs = await endpoint.RenderAsync(adapter.ModelId, [.. turns.Select(turn => (turn.Role == TurnRole.User ? "user" : "assistant", turn.Text))], cancellationToken).ConfigureAwait(false);
        var ours = new PromptRenderer(adapter.ServerEncoder ?? adapter.Encoder, adapter.Template).Render(turns);
        if (theirs is null || ours.SequenceEqual(theirs))
        {
            return null;
        }

        var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        return Invariant($"the template '{adapter.Template.Name}' and the endpoint's own differ at token {at}: {At(ours, at)} of {ours.Count} ids, the endpoint {At(theirs, at)} of {theirs.Count}");
    }

    private async Task<bool> AcceptsLastIdAsync(ITokenizerAdapter adapter, CancellationToken cancellationToken)
    {
        try
        {
            await endpoint.CompleteAsync(
                new TokenCompletionRequest { ModelId = adapter.ModelId, PromptIds = [adapter.Encoder.VocabularySize - 1], MaxTokens = 1, Temperature = 0, Loras = adapter.Loras },
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (HttpRequestException error) when (error.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
        {
            return false;
        }
    }

    private static List<int> Encode(ITokenEncoder encoder, string text)
    {
        var ids = new List<int>();
        encoder.Encode(text, ids);
        return ids;
    }

    // The samples are our own, so that a difference may be shown with the text around it.
    private static string? Describe(ITokenEncoder encoder, string sample, List<int> ours, IReadOnlyList<int> theirs)
    {
        if (ours.SequenceEqual(theirs))
        {
            return null;
        }

        var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        return Invariant($"the sample '{sample.ReplaceLineEndings(" ")}' differs at token {at}: the tokenizer '{encoder.Name}' gives {At(ours, at)} of {ours.Count} ids, the endpoint {At(theirs, at)} of {theirs.Count}");
    }

    private static string At(IReadOnlyList<int> ids, int at) => at < ids.Count ? ids[at].ToString(CultureInfo.InvariantCulture) : "the end";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
