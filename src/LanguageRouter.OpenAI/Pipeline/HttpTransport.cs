using System.Collections.Concurrent;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>The HTTP clients of a registration: one pool of connections, or the client that the application gave.</summary>
internal sealed class HttpTransport : IDisposable
{
    private readonly SocketsHttpHandler? _handler;
    private readonly ConcurrentDictionary<TimeSpan, HttpClient> _limited = [];

    public HttpTransport(HttpClient? given)
    {
        if (given is not null)
        {
            Shared = given;
            return;
        }

        _handler = new SocketsHttpHandler
        {
            // A long-lived client must notice that an address has moved.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // A redirect would carry a key in a header of its own to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
        };
        Shared = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>For callers that limit the time themselves, as the OpenAI package does.</summary>
    public HttpClient Shared { get; }

    /// <summary>For callers that do not. An application's own client keeps the limit that it came with.</summary>
    public HttpClient Limited(TimeSpan timeout) => _handler is null
        ? Shared
        : _limited.GetOrAdd(timeout, static (limit, handler) => new HttpClient(handler, disposeHandler: false) { Timeout = limit }, _handler);

    public void Dispose()
    {
        if (_handler is null)
        {
            return;
        }

        Shared.Dispose();
        foreach (var client in _limited.Values)
        {
            client.Dispose();
        }

        _handler.Dispose();
    }
}
