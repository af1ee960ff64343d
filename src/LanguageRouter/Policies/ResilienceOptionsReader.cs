namespace LanguageRouter.Policies;

/// <summary>Reads the sections <c>Resilience</c> of all routes, of one route and of a policy.</summary>
internal static class ResilienceOptionsReader
{
    public static RouteResilienceOptions ReadRoute(ConfigurationReader section)
    {
        var options = new RouteResilienceOptions
        {
            FirstTokenTimeout = section.Duration("FirstTokenTimeout"),
            StallTimeout = section.Duration("StallTimeout"),
            TotalTimeout = section.Duration("TotalTimeout"),
            FailureRatio = section.Real("FailureRatio"),
            MinimumAttempts = section.Integer("MinimumAttempts"),
            SamplingWindow = section.Duration("SamplingWindow"),
            BreakDuration = section.Duration("BreakDuration"),
            MaxConcurrency = section.Integer("MaxConcurrency"),
            QueueLength = section.Integer("QueueLength"),
            QueueTimeout = section.Duration("QueueTimeout"),
        };
        section.RejectUnknownKeys();
        return options;
    }

    public static ResilienceOptions ReadPolicy(ConfigurationReader section)
    {
        var options = new ResilienceOptions
        {
            LastResort = section.Choice<LastResort>("LastResort"),
            HedgeAfter = section.Duration("HedgeAfter"),
        };
        section.RejectUnknownKeys();
        return options;
    }
}
