using System.ClientModel.Primitives;
using System.Globalization;

namespace LanguageRouter.OpenAI.Errors;

/// <summary>Reads for how long an endpoint asks to be left alone: in milliseconds as OpenAI and Azure write it, in seconds, or as a date.</summary>
internal static class RetryAfterHeader
{
    public static TimeSpan? Read(PipelineResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.TryGetValue("retry-after-ms", out var milliseconds) && Number(milliseconds) is { } exact)
        {
            return TimeSpan.FromMilliseconds(exact);
        }

        if (!headers.TryGetValue("retry-after", out var text) || text is null)
        {
            return null;
        }

        if (Number(text) is { } seconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date > now ? date - now : TimeSpan.Zero
            : null;
    }

    // More than a day is a mistake, and must not overflow a duration.
    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Math.Min(number, 86_400_000) : null;
}
