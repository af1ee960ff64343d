using System.Globalization;
using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Page.Views;

/// <summary>What a view is asked for: a span of time and a filter.</summary>
internal sealed record ReviewQuery
{
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public required RecordFilter Filter { get; init; }

    /// <summary>Hours for a few days, days for more.</summary>
    public TimeSpan Step => To - From <= TimeSpan.FromDays(3) ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);

    /// <summary>Reads a query.</summary>
    /// <param name="value">Gives a parameter's value; null where it is missing.</param>
    /// <param name="newest">The time of the newest record: the end of the span where none is asked for, so that an old file opens on its records.</param>
    /// <exception cref="FormatException">A value cannot be read.</exception>
    public static ReviewQuery Read(Func<string, string?> value, DateTimeOffset newest)
    {
        // Every moment of the newest hour is in.
        var to = Time("to") ?? Ceiling(newest);
        var days = Number("days") ?? 30;

        // More than a few days begin with a whole one: days are read from their own sums.
        var from = Time("from") ?? (days <= 3 ? to.AddDays(-days) : new DateTimeOffset(to.AddDays(-days).Date, TimeSpan.Zero));
        if (from >= to)
        {
            throw new FormatException($"from ({from:O}) is not before to ({to:O}).");
        }

        return new ReviewQuery
        {
            From = from,
            To = to,
            Filter = new RecordFilter
            {
                From = from,
                To = to,
                Tenant = Text("tenant", keepEmpty: true),
                Policy = Text("policy"),
                Route = Text("route"),
                Model = Text("model"),
                Kind = Text("kind"),
                Task = Text("task"),
                Language = Text("language"),
                Outcome = Text("outcome"),
                Reason = Text("reason"),
                Simulated = value("simulated") switch { "yes" => true, "no" => false, _ => null },
            },
        };

        // An application without tenants has the empty one: it is asked for as "-".
        string? Text(string name, bool keepEmpty = false) => value(name) switch
        {
            null or "" => null,
            "-" when keepEmpty => "",
            var text => text,
        };

        DateTimeOffset? Time(string name) => value(name) is not { Length: > 0 } text ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
            : throw new FormatException($"{name} is no time. Fix: write it like 2026-07-01T00:00:00Z.");

        int? Number(string name) => value(name) is not { Length: > 0 } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 3660 ? number
            : throw new FormatException($"{name} is no number of days between 1 and 3660.");
    }

    private static DateTimeOffset Ceiling(DateTimeOffset time) => new DateTimeOffset(time.Year, time.Month, time.Day, time.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
}
