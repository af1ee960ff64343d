using System.Net;
using System.Net.Sockets;
using LanguageRouter.Paths.TokenizerAdapter;

namespace LanguageRouter.Execution;

/// <summary>Classifies the exceptions of the base class library, and HTTP statuses for those who know one.</summary>
public sealed class HttpErrorClassifier : IRouteErrorClassifier
{
    /// <summary>Gets the instance; it has no state.</summary>
    public static HttpErrorClassifier Instance { get; } = new();

    /// <inheritdoc/>
    public RouteErrorClass? Classify(Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => FromStatus((int)status),
        HttpRequestException or HttpIOException or SocketException or IOException => RouteErrorClass.Connection,
        TimeoutException or OperationCanceledException => RouteErrorClass.Timeout,
        _ => null,
    };

    /// <inheritdoc/>
    /// <remarks>The base class library keeps no headers of a failed response: a client puts the delay into <see cref="Exception.Data"/> under <see cref="CompletionErrors.RetryAfterKey"/>.</remarks>
    public TimeSpan? RetryAfter(Exception exception, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is HttpRequestException && exception.Data[CompletionErrors.RetryAfterKey] is TimeSpan delay ? delay : null;
    }

    /// <summary>Classifies an HTTP status.</summary>
    /// <param name="status">The status, 400 or above.</param>
    /// <param name="errorCode">The provider's own code, such as <c>context_length_exceeded</c>.</param>
    /// <returns>The class.</returns>
    public static RouteErrorClass FromStatus(int status, string? errorCode = null) => (HttpStatusCode)status switch
    {
        _ when errorCode is "context_length_exceeded" => RouteErrorClass.ContextLength,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => RouteErrorClass.Authentication,
        HttpStatusCode.NotFound => RouteErrorClass.NotFound,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => RouteErrorClass.Timeout,
        HttpStatusCode.TooManyRequests => RouteErrorClass.RateLimit,
        >= HttpStatusCode.InternalServerError => RouteErrorClass.Server,
        >= HttpStatusCode.BadRequest => RouteErrorClass.BadRequest,
        _ => RouteErrorClass.Unknown,
    };
}
