using System.Runtime.CompilerServices;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Answers through a model behind a tokenizer of its own: the conversation is written as that tokenizer's ids, and the ids are what is sent.</summary>
/// <remarks>
/// Safe for concurrent use. One client serves one endpoint and its adapters; <see cref="ChatOptions.ModelId"/> chooses
/// an adapter by its name or model name, the first one where it is not set. Before the first request, and after
/// every failure, the ids are compared with the server's own. A conversation that does not fit is refused or shortened
/// before anything is sent. The endpoint is the caller's and is not disposed.
/// Text only: tools, images and conversations kept by the provider are refused.
/// </remarks>
public sealed class TokenizerAdapterChatClient : IChatClient, IModelHealth
{
    private readonly ITokenCompletionEndpoint _endpoint;
    private readonly TokenizerAdapterOptions _options;
    private readonly TimeProvider _time;
    private readonly TokenizerHandshake _handshake;
    private readonly AdapterState[] _adapters;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Initializes a new client of one adapter.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="adapter">The adapter.</param>
    /// <param name="options">How to behave; the defaults where it is <see langword="null"/>.</param>
    /// <param name="timeProvider">The clock; the system's where it is <see langword="null"/>.</param>
    /// <exception cref="TokenizerAdapterException">The adapter's template does not fit its tokenizer.</exception>
    public TokenizerAdapterChatClient(ITokenCompletionEndpoint endpoint, ITokenizerAdapter adapter, TokenizerAdapterOptions? options = null, TimeProvider? timeProvider = null)
        : this(endpoint, [adapter], options, timeProvider)
    {
    }

    /// <summary>Initializes a new client of several adapters at one endpoint.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="adapters">The adapters; the first serves requests that name none.</param>
    /// <param name="options">How to behave; the defaults where it is <see langword="null"/>.</param>
    /// <param name="timeProvider">The clock; the system's where it is <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">There is no adapter, or two have the same name.</exception>
    /// <exception cref="TokenizerAdapterException">An adapter's template does not fit its tokenizer.</exception>
    public TokenizerAdapterChatClient(ITokenCompletionEndpoint endpoint, IReadOnlyList<ITokenizerAdapter> adapters, TokenizerAdapterOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(adapters);
        if (adapters.Count == 0 || adapters.DistinctBy(adapter => adapter.Name, StringComparer.Ordinal).Count() != adapters.Count)
        {
            throw new ArgumentException("A client needs one adapter or more, each with a name of its own.", nameof(adapters));
        }

        _endpoint = endpoint;
        _options = options ?? new TokenizerAdapterOptions();
        _time = timeProvider ?? TimeProvider.System;
        _handshake = new TokenizerHandshake(endpoint, _options.RequireServerTemplate, _time);
        _adapters = [.. adapters.Select(adapter => new AdapterState(adapter))];
        _metadata = new ChatClientMetadata("tokenizer_adapter", null, adapters[0].ModelId);
    }

    /// <inheritdoc/>
    /// <exception cref="TokenizerAdapterException">The request cannot be served by this path; nothing was sent unless the answer itself was broken.</exception>
    /// <exception cref="HttpRequestException">The server refused, failed or could not be reached.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = await StartAsync(messages, options, cancellationToken).ConfigureAwait(false);
        try
        {
            call.Reader.Take(await _endpoint.CompleteAsync(call.Request, cancellationToken).ConfigureAwait(false));
            call.Reader.Finish();
        }
        catch (Exception error) when (Raises(error, call.State))
        {
            throw;
        }

        return call.ToResponse(_time);
    }

    /// <inheritdoc/>
    /// <exception cref="TokenizerAdapterException">The request cannot be served by this path, or the answer was broken.</exception>
    /// <exception cref="HttpRequestException">The server refused, failed or could not be reached.</exception>
    /// <exception cref="HttpIOException">The stream was cut.</exception>
    /// <exception cref="TimeoutException">The stream was silent for longer than <see cref="TokenizerAdapterOptions.StallTimeout"/>.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = await StartAsync(messages, options, cancellationToken).ConfigureAwait(false);
        var chunks = StallGuard.Watch(_endpoint.StreamAsync, call.Request, _options.StallTimeout, _time, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (chunks.ConfigureAwait(false))
        {
            while (!call.Reader.Stopped && await NextAsync(chunks, call.State).ConfigureAwait(false))
            {
                if (call.Reader.Take(chunks.Current) is { Length: > 0 } text)
                {
                    yield return call.ToUpdate(text);
                }
            }
        }

        if (call.Reader.Finish() is { Length: > 0 } rest)
        {
            yield return call.ToUpdate(rest);
        }

        yield return call.ToLastUpdate(_time);
    }

    /// <summary>Compares an adapter's ids with the server's now.</summary>
    /// <param name="adapterName">The adapter's name or model name; the first one where it is <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="TokenizerAdapterException">There is no such adapter.</exception>
    /// <exception cref="HttpRequestException">The server failed or could not be reached.</exception>
    public Task<HandshakeReport> VerifyAsync(string? adapterName = null, CancellationToken cancellationToken = default) => Find(adapterName).VerifyAsync(_handshake, _time, cancellationToken);

    /// <summary>Gets what the last comparison of an adapter's ids found.</summary>
    /// <param name="adapterName">The adapter's name or model name; the first one where it is <see langword="null"/>.</param>
    /// <returns>The report; <see langword="null"/> before the first comparison.</returns>
    /// <exception cref="TokenizerAdapterException">There is no such adapter.</exception>
    public HandshakeReport? GetLastReport(string? adapterName = null) => Find(adapterName).Report;

    /// <inheritdoc/>
    /// <remarks>A failed handshake speaks against an adapter for <see cref="TokenizerAdapterOptions.HandshakeRetry"/>; then one request tries again.</remarks>
    public Exclusion? GetFault(string modelId) => _options.Handshake && TryFind(modelId) is { } state ? state.GetFault(_options, _time) : null;

    /// <summary>Counts the prompt as it would be sent, template included, without sending anything.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">The options, of which the model's name and the instructions matter.</param>
    /// <returns>The number of prompt tokens.</returns>
    /// <exception cref="TokenizerAdapterException">The path cannot carry the conversation.</exception>
    public int CountPromptTokens(IEnumerable<ChatMessage> messages, ChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var state = Find(options?.ModelId);
        return state.Renderer.Render(ConversationReader.Read(messages, options, state.Adapter.Encoder, state.Adapter.Template)).Count;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(_adapters[0].Adapter) ? _adapters[0].Adapter
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_adapters, state => state.Dispose());

    private async Task<AdapterCall> StartAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);

        // 1. What is asked of which adapter; 2. whether it fits; 3. whether its ids are the server's.
        var state = Find(options?.ModelId);
        var turns = ConversationReader.Read(messages, options, state.Adapter.Encoder, state.Adapter.Template);
        var prompt = PromptFitter.Fit(state.Adapter, state.Renderer, turns, options?.MaxOutputTokens, _options);
        if (_options.Handshake)
        {
            await state.EnsureProvenAsync(_handshake, _options, _time, cancellationToken).ConfigureAwait(false);
        }

        return new AdapterCall(state, prompt, options, _options.AnswerForm, _time);
    }

    private AdapterState Find(string? name) =>
        name is null ? _adapters[0]
            : TryFind(name)
            ?? throw new TokenizerAdapterException(
                TokenizerAdapterFailure.UnknownAdapter,
                $"No adapter is named '{name}'; known are {string.Join(", ", _adapters.Select(state => $"'{state.Adapter.Name}'"))}. Set ChatOptions.ModelId to one of them or leave it out.");

    private AdapterState? TryFind(string name) =>
        Array.Find(_adapters, state => state.Adapter.Name == name) ?? Array.Find(_adapters, state => state.Adapter.ModelId == name);

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<TokenCompletionChunk> chunks, AdapterState state)
    {
        try
        {
            return await chunks.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (Raises(error, state))
        {
            throw;
        }
    }

    // Any failure but the caller's own may mean that another model is served now. Never catches: it only looks.
    private static bool Raises(Exception error, AdapterState state)
    {
        if (error is not OperationCanceledException)
        {
            state.Doubt();
        }

        return false;
    }
}
