using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace LanguageRouter.Review.Page;

/// <summary>Lets a request see the page: from the same machine, or where the application authorises it itself.</summary>
internal static class ReviewAccess
{
    public static bool IsAllowed(HttpContext context)
    {
        // The application put RequireAuthorization() on the page: its own policy decides, before this code runs.
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null)
        {
            return true;
        }

        // A proxy on the same machine would make every visitor local; a foreign host name is another site's page asking through a browser.
        return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded")
            && IsLoopback(context.Request.Host.Host);
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
