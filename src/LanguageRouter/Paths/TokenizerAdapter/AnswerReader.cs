using LanguageRouter.Tokens;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Makes the text of one answer from the chunks of the server.</summary>
internal sealed class AnswerReader(ITokenEncoder encoder, PromptRenderer renderer, AnswerForm form, IReadOnlyList<string> stops)
{
    private readonly TokenTextDecoder _decoder = new(encoder, renderer.AnswerPosition);
    private readonly StopTextFilter _filter = new(stops);
    private readonly System.Text.StringBuilder _server = new();
    private bool _blankToDrop = renderer.AnswerPosition == TextPosition.Start;
    private bool _idStopped;

    /// <summary>Gets the ids of the answer, without the control token that ended it.</summary>
    public List<int> Ids { get; } = [];

    /// <summary>Gets the ids as they may stand in a later prompt; <see langword="null"/> where there are none, or where the model wrote control tokens or more than the text that was given out.</summary>
    public IReadOnlyList<int>? HistoryIds => Ids.Count == 0 || _filter.Stopped || Ids.Any(encoder.IsControl) ? null : Ids;

    /// <summary>Gets the text so far.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Gets the server's own end of the answer; <see langword="null"/> while it goes on.</summary>
    public string? FinishReason { get; private set; }

    /// <summary>Gets the prompt tokens, cached tokens and answer tokens as the server counted them.</summary>
    public (int? Prompt, int? Cached, int? Answer) Usage { get; private set; }

    /// <summary>Gets a value indicating whether a stop was met here: the server need not go on.</summary>
    public bool Stopped => _filter.Stopped || _idStopped;

    /// <summary>Takes a chunk.</summary>
    /// <returns>The text that is now certain.</returns>
    /// <exception cref="TokenizerAdapterException">An id is out of the vocabulary.</exception>
    public string Take(TokenCompletionChunk chunk)
    {
        FinishReason ??= chunk.FinishReason;
        Usage = (chunk.PromptTokens ?? Usage.Prompt, chunk.CachedTokens ?? Usage.Cached, chunk.AnswerTokens ?? Usage.Answer);
        var decoded = TakeIds(chunk.Ids ?? []);
        _server.Append(chunk.Text);
        return Settle(form == AnswerForm.Ids ? decoded : DropBlank(chunk.Text ?? string.Empty));
    }

    /// <summary>Ends the answer.</summary>
    /// <returns>The text that was held back.</returns>
    public string Finish()
    {
        var text = Settle(form == AnswerForm.Ids ? _decoder.Flush() : string.Empty);
        var held = _filter.Flush();
        Text += held;
        return text + held;
    }

    /// <summary>Tells whether the server decodes the ids to the text that they stand for in our vocabulary.</summary>
    public bool AgreesWithServer()
    {
        var server = _server.ToString();
        if (server.Length == 0 || Ids.Count == 0)
        {
            return true;
        }

        var ours = TokenTextDecoder.Decode(encoder, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Ids), TextPosition.Continuation);
        return server.Contains('\uFFFD', StringComparison.Ordinal) || ours.AsSpan().TrimStart(' ').StartsWith(server.AsSpan().TrimStart(' '), StringComparison.Ordinal);
    }

    private string TakeIds(IReadOnlyList<int> ids)
    {
        var taken = new List<int>();
        foreach (var id in ids)
        {
            if (id < 0 || id >= encoder.VocabularySize)
            {
                throw new TokenizerAdapterException(TokenizerAdapterFailure.TokenizerMismatch, $"The endpoint answered with an id that the tokenizer '{encoder.Name}' does not have: it serves another vocabulary.");
            }

            if (_idStopped || renderer.StopIds.Contains(id))
            {
                _idStopped = true;
                break;
            }

            taken.Add(id);
        }

        Ids.AddRange(taken);
        return form == AnswerForm.Ids ? _decoder.Append(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(taken)) : string.Empty;
    }

    private string Settle(string text)
    {
        var settled = _filter.Append(text);
        Text += settled;
        return settled;
    }

    private string DropBlank(string text)
    {
        if (!_blankToDrop || text.Length == 0)
        {
            return text;
        }

        _blankToDrop = false;
        return text[0] == ' ' ? text[1..] : text;
    }
}
