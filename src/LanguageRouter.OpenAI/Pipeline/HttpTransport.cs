namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Makes the HTTP client that all models share where the application gives none.</summary>
internal static class HttpTransport
{
    public static HttpClient CreateClient()
    {
#pragma warning disable CA2000 // The client disposes its handler.
        var handler = new SocketsHttpHandler
        {
            // A long-lived client must notice that an address has moved.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // A redirect would carry a key in a header of its own to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
        };
#pragma warning restore CA2000
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
