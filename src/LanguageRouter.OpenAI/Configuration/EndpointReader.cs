using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Reads and judges the address of an endpoint.</summary>
internal static class EndpointReader
{
    public static readonly Uri Default = new("https://api.openai.com/v1");

    private static readonly string[] Operations = ["/chat/completions", "/completions", "/responses"];

    /// <summary>The address; null where it is wrong.</summary>
    public static Uri? Read(IConfigurationSection section, List<string> errors)
    {
        if (section["Endpoint"] is not { Length: > 0 } text)
        {
            return Default;
        }

        var path = $"{section.Path}:Endpoint";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            // Shown only where it looks like an address: a key that was put here by mistake must not reach a log.
            var what = text.Contains('.', StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal) ? $"is '{text.Split('?')[0]}', which is not" : "is not";
            errors.Add($"{path} {what} an address. Fix: write one that begins with https:// (or http:// for a local endpoint), such as {Default}.");
            return null;
        }

        var mistake =
            uri.UserInfo.Length > 0 ? "holds a user name or password. Fix: remove them; a key is named in ApiKeyVariable."
            : CarriesKey(uri.Query) ? "carries a key in its query. Fix: remove it there, and name the key in ApiKeyVariable (with ApiKeyHeader where it is not sent as Authorization: Bearer)."
            : uri.Fragment.Length > 0 ? "has a part behind '#'. Fix: remove it."
            : Operations.FirstOrDefault(end => uri.AbsolutePath.TrimEnd('/').EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } operation
                ? $"ends in {operation}. Fix: leave that out, it is added to each request."
            : null;
        if (mistake is not null)
        {
            errors.Add($"{path} {mistake}");
            return null;
        }

        return uri;
    }

    public static Uri WithoutQuery(Uri endpoint) => endpoint.Query.Length == 0 ? endpoint : new(endpoint.GetLeftPart(UriPartial.Path));

    /// <summary>Whether the endpoint is this machine's or a private network's, where a key and encryption are the operator's choice.</summary>
    public static bool IsLocal(Uri endpoint)
    {
        var host = endpoint.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? IsPrivate(address)
            : !host.Contains('.', StringComparison.Ordinal)
                || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    // RFC 1918, RFC 6598, link-local; in IPv6 unique local and link-local.
    private static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
        {
            return true;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
        }

        var bytes = address.GetAddressBytes();
        return bytes is [10, ..] or [192, 168, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] or [127, ..];
    }

    private static bool CarriesKey(string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = pair.Split('=')[0];
            if (name.Contains("key", StringComparison.OrdinalIgnoreCase) || name.Contains("token", StringComparison.OrdinalIgnoreCase)
                || name.Contains("secret", StringComparison.OrdinalIgnoreCase) || name.Equals("sig", StringComparison.OrdinalIgnoreCase)
                || name.Equals("code", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
