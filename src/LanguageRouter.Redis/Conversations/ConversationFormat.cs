using System.Globalization;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Redis.Conversations;

/// <summary>The form in which a remembered route stands in Redis: <c>1 tokens milliseconds route</c>. What another version wrote is a miss.</summary>
internal static class ConversationFormat
{
    private const string Version = "1";

    public static string Write(ConversationRoute route) =>
        string.Create(CultureInfo.InvariantCulture, $"{Version} {route.WarmTokens} {route.UsedAt.ToUnixTimeMilliseconds()} {route.Route}");

    public static ConversationRoute? Read(string? text) =>
        text?.Split(' ', 4) is [Version, var tokens, var usedAt, var route]
            && int.TryParse(tokens, NumberStyles.None, CultureInfo.InvariantCulture, out var warm)
            && long.TryParse(usedAt, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new ConversationRoute(route, warm, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : null;
}
