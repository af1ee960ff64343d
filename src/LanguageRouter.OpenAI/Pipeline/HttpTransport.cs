using System.Collections.Concurrent;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>The HTTP clients of a registration: one pool of connections for each connect time-out, or the client that the application gave.</summary>
internal sealed class HttpTransport(HttpClient? given) : IDisposable
{
    // Far more than any answer; the default of two gigabytes is an invitation.
    private const int LargestBody = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<TimeSpan, SocketsHttpHandler> _handlers = [];
    private readonly ConcurrentDictionary<(TimeSpan Connect, TimeSpan Limit), HttpClient> _clients = [];

    /// <summary>For callers that limit the time themselves, as the OpenAI package does.</summary>
    public HttpClient Unlimited(TimeSpan connectTimeout) => Limited(connectTimeout, Timeout.InfiniteTimeSpan);

    /// <summary>For callers that do not. An application's own client keeps the limits that it came with.</summary>
    public HttpClient Limited(TimeSpan connectTimeout, TimeSpan limit) => given ?? _clients.GetOrAdd(
        (connectTimeout, limit),
        static (key, handlers) => new HttpClient(handlers.GetOrAdd(key.Connect, Handler), disposeHandler: false) { Timeout = key.Limit, MaxResponseContentBufferSize = LargestBody },
        _handlers);

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        foreach (var handler in _handlers.Values)
        {
            handler.Dispose();
        }
    }

    private static SocketsHttpHandler Handler(TimeSpan connectTimeout) => new()
    {
        ConnectTimeout = connectTimeout,

        // A long-lived client must notice that an address has moved.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // A redirect would carry a key in a header of its own to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
