using System.Globalization;
using LanguageRouter.Routes;

namespace LanguageRouter.Policies;

/// <summary>Resolves the defaults of the sections <c>Resilience</c>.</summary>
internal static class ResilienceCompiler
{
    public static RouteResilience Compile(RouteResilienceOptions? own, RouteResilienceOptions all)
    {
        var standard = RouteResilience.Default;
        var compiled = new RouteResilience
        {
            FirstTokenTimeout = own?.FirstTokenTimeout ?? all.FirstTokenTimeout,
            StallTimeout = own?.StallTimeout ?? all.StallTimeout,
            TotalTimeout = own?.TotalTimeout ?? all.TotalTimeout,
            FailureRatio = own?.FailureRatio ?? all.FailureRatio ?? standard.FailureRatio,
            MinimumAttempts = own?.MinimumAttempts ?? all.MinimumAttempts ?? standard.MinimumAttempts,
            SamplingWindow = own?.SamplingWindow ?? all.SamplingWindow ?? standard.SamplingWindow,
            BreakDuration = own?.BreakDuration ?? all.BreakDuration ?? standard.BreakDuration,
            MaxConcurrency = own?.MaxConcurrency ?? all.MaxConcurrency,
            QueueLength = own?.QueueLength ?? all.QueueLength ?? standard.QueueLength,
            QueueTimeout = own?.QueueTimeout ?? all.QueueTimeout ?? standard.QueueTimeout,
        };
        return compiled == standard ? standard : compiled;
    }

    public static PolicyResilience Compile(ResilienceOptions own, PolicyResilience inherited) => own is { LastResort: null, HedgeAfter: null }
        ? inherited
        : new PolicyResilience
        {
            LastResort = own.LastResort ?? inherited.LastResort,

            // Zero turns off what is inherited.
            HedgeAfter = own.HedgeAfter is not { } after ? inherited.HedgeAfter : after > TimeSpan.Zero ? after : null,
        };

    /// <summary>What of it the version of a policy is made from: the whole of it, in a fixed order.</summary>
    public static string Describe(RouteResilience resilience) => string.Create(
        CultureInfo.InvariantCulture,
        $"{resilience.FirstTokenTimeout} {resilience.StallTimeout} {resilience.TotalTimeout} {resilience.FailureRatio:R} {resilience.MinimumAttempts} {resilience.SamplingWindow} {resilience.BreakDuration} {resilience.MaxConcurrency} {resilience.QueueLength} {resilience.QueueTimeout}");

    /// <inheritdoc cref="Describe(RouteResilience)"/>
    public static string Describe(PolicyResilience resilience) => $"{resilience.LastResort} {resilience.HedgeAfter}";
}
