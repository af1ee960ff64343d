namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>One adapter of a client, with what its last handshake showed.</summary>
internal sealed class AdapterState(ITokenizerAdapter adapter) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile HandshakeReport? _report;
    private volatile bool _doubtful;

    public ITokenizerAdapter Adapter => adapter;

    public PromptRenderer Renderer { get; } = new(adapter.Encoder, adapter.Template);

    public HandshakeReport? Report => _report;

    /// <summary>Marks the handshake as out of date: something happened that another model at the endpoint would explain.</summary>
    public void Doubt() => _doubtful = true;

    /// <summary>Returns where the ids are proven; compares them with the server's where they are not.</summary>
    /// <exception cref="TokenizerAdapterException">They are not the server's.</exception>
    public async Task EnsureProvenAsync(TokenizerHandshake handshake, TokenizerAdapterOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Current() is { } known)
        {
            ThrowUnlessPassed(known);
            return;
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowUnlessPassed(Current() ?? await VerifyAsync(handshake, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _one.Release();
        }

        HandshakeReport? Current()
        {
            if (_report is not { } report || _doubtful)
            {
                return null;
            }

            return time.GetUtcNow() - report.At < (report.Passed ? options.HandshakeLifetime : options.HandshakeRetry) ? report : null;
        }
    }

    public async Task<HandshakeReport> VerifyAsync(TokenizerHandshake handshake, CancellationToken cancellationToken)
    {
        _doubtful = false;
        try
        {
            return _report = await handshake.VerifyAsync(adapter, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Nothing is known now: the next request asks again.
            _doubtful = true;
            throw;
        }
    }

    public void Dispose() => _one.Dispose();

    private void ThrowUnlessPassed(HandshakeReport report)
    {
        if (!report.Passed)
        {
            throw new TokenizerAdapterException(TokenizerAdapterFailure.TokenizerMismatch, $"The adapter '{adapter.Name}' is out of use: {report.Reason}.");
        }
    }
}
