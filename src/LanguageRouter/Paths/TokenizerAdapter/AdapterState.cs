using System.Globalization;
using LanguageRouter.Decisions;
using LanguageRouter.Scoring;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>One adapter of a client, with what its last handshake showed.</summary>
internal sealed class AdapterState(ITokenizerAdapter adapter) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile HandshakeReport? _report;
    private volatile bool _doubtful;
    private volatile Failure? _failure;

    public ITokenizerAdapter Adapter => adapter;

    public PromptRenderer Renderer { get; } = new(adapter.Encoder, adapter.Template);

    public HandshakeReport? Report => _report;

    /// <summary>Marks the handshake as out of date: something happened that another model at the endpoint would explain.</summary>
    public void Doubt() => _doubtful = true;

    /// <summary>Gets why requests would fail now: the last handshake failed a moment ago. Once that is over one request tries again, and the others stay away until it has told.</summary>
    public Exclusion? GetFault(TokenizerAdapterOptions options, TimeProvider time) =>
        _failure is { } failure && (time.GetUtcNow() - failure.At < options.HandshakeRetry || _one.CurrentCount == 0) ? failure.Fault : null;

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
            ThrowUnlessPassed(Current() ?? await VerifyAsync(handshake, time, cancellationToken).ConfigureAwait(false));
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

    public async Task<HandshakeReport> VerifyAsync(TokenizerHandshake handshake, TimeProvider time, CancellationToken cancellationToken)
    {
        _doubtful = false;
        try
        {
            var report = await handshake.VerifyAsync(adapter, cancellationToken).ConfigureAwait(false);
            _failure = report.Reason is { } reason ? Failed(reason, time) : null;
            return _report = report;
        }
        catch (Exception error)
        {
            // Nothing is known now: the next request asks again. A caller that gives up says nothing of the server.
            _doubtful = true;
            if (!cancellationToken.IsCancellationRequested)
            {
                _failure = Failed($"the endpoint could not be asked ({Describe(error)})", time);
            }

            throw;
        }
    }

    public void Dispose() => _one.Dispose();

    private Failure Failed(string reason, TimeProvider time) =>
        new(new Exclusion(ReasonCodes.HandshakeFailed, $"adapter '{adapter.Name}': {reason}"), time.GetUtcNow());

    private static string Describe(Exception error) => error is HttpRequestException http
        ? http.StatusCode is { } status ? string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}") : http.HttpRequestError.ToString()
        : error.GetType().Name;

    private void ThrowUnlessPassed(HandshakeReport report)
    {
        if (!report.Passed)
        {
            throw new TokenizerAdapterException(TokenizerAdapterFailure.TokenizerMismatch, $"The adapter '{adapter.Name}' is out of use: {report.Reason}.");
        }
    }

    private sealed record Failure(Exclusion Fault, DateTimeOffset At);
}
