namespace LanguageRouter.Policies;

/// <summary>Checks the sections <c>Resilience</c>.</summary>
internal static class ResilienceOptionsValidator
{
    // Half a second is the smallest window and break that the breaker of Polly takes.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Checks what holds for routes; the values are those after inheritance, so that a mistake is found where it takes effect.</summary>
    public static void ValidateRoute(string path, RouteResilienceOptions own, RouteResilienceOptions inherited, List<string> errors)
    {
        Time($"{path}:FirstTokenTimeout", own.FirstTokenTimeout, errors);
        Time($"{path}:StallTimeout", own.StallTimeout, errors);
        Time($"{path}:TotalTimeout", own.TotalTimeout, errors);
        Time($"{path}:QueueTimeout", own.QueueTimeout, errors);
        Breaker($"{path}:SamplingWindow", own.SamplingWindow, errors);
        Breaker($"{path}:BreakDuration", own.BreakDuration, errors);
        if (own.FailureRatio is < 0 or > 1)
        {
            errors.Add(FormattableString.Invariant($"{path}:FailureRatio is {own.FailureRatio}. Fix: write a share of 0 to 1; 0 turns the breaker off."));
        }

        if (own.MinimumAttempts < 2)
        {
            errors.Add($"{path}:MinimumAttempts is {own.MinimumAttempts}. Fix: write 2 or more; one failure is no rate.");
        }

        if (own.MaxConcurrency < 1)
        {
            errors.Add($"{path}:MaxConcurrency is {own.MaxConcurrency}. Fix: write 1 or more; leave it out for no limit.");
        }

        if (own.QueueLength < 0)
        {
            errors.Add($"{path}:QueueLength is {own.QueueLength}. Fix: write 0 or more.");
        }

        if (own.QueueLength > 0 && (own.MaxConcurrency ?? inherited.MaxConcurrency) is null)
        {
            errors.Add($"{path}:QueueLength is {own.QueueLength}, but nothing limits the route. Fix: add MaxConcurrency, or remove it.");
        }

        if (own.QueueTimeout is not null && (own.QueueLength ?? inherited.QueueLength ?? 0) == 0)
        {
            errors.Add($"{path}:QueueTimeout is {own.QueueTimeout:c}, but there is no queue. Fix: add QueueLength, or remove it.");
        }

        if (own.TotalTimeout is { } total && (own.FirstTokenTimeout ?? inherited.FirstTokenTimeout) > total)
        {
            errors.Add($"{path}:TotalTimeout is {total:c}, which is less than FirstTokenTimeout. Fix: make it longer, or the other one shorter.");
        }
    }

    public static void ValidatePolicy(string path, ResilienceOptions options, List<string> errors)
    {
        if (options.HedgeAfter is { } after && (after < TimeSpan.Zero || after > Longest))
        {
            errors.Add($"{path}:HedgeAfter is {after:c}. Fix: write a duration of up to a day, such as 00:00:03; 0 for never.");
        }
    }

    // "30" alone would be thirty days.
    private static void Time(string path, TimeSpan? value, List<string> errors)
    {
        if (value is { } time && (time <= TimeSpan.Zero || time > Longest))
        {
            errors.Add($"{path} is {time:c}. Fix: write a duration above 0 and up to a day, such as 00:00:30; leave it out for no limit.");
        }
    }

    private static void Breaker(string path, TimeSpan? value, List<string> errors)
    {
        if (value is { } time && (time < Shortest || time > Longest))
        {
            errors.Add($"{path} is {time:c}. Fix: write a duration of half a second to a day, such as 00:00:30.");
        }
    }
}
