using Microsoft.Extensions.Logging;

namespace LanguageRouter.Execution.Resilience;

/// <summary>Logs when routes go out and come back.</summary>
internal sealed partial class RouteHealthLog(ILogger<RouteHealthLog> logger)
{
    private readonly ILogger<RouteHealthLog> _logger = logger;

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "Route {Route} is out for {Duration}: too many of its attempts failed, the last with {Error}.")]
    public partial void Opened(string route, TimeSpan duration, RouteErrorClass error);

    [LoggerMessage(EventId = 21, Level = LogLevel.Warning, Message = "Route {Route} is out for {Duration}: its provider asked for it with {Error}.")]
    public partial void Quiet(string route, TimeSpan duration, RouteErrorClass error);

    [LoggerMessage(EventId = 23, Level = LogLevel.Information, Message = "Route {Route} is in again.")]
    public partial void Closed(string route);

    public void Trying(bool isProbe, string route)
    {
        if (isProbe)
        {
            HalfOpened(route);
        }
    }

    [LoggerMessage(EventId = 22, Level = LogLevel.Information, Message = "Route {Route} is tried again by one attempt.")]
    private partial void HalfOpened(string route);
}
