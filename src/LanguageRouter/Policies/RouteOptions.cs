using LanguageRouter.Routes;

namespace LanguageRouter.Policies;

/// <summary>Represents the configuration of a route.</summary>
public sealed class RouteOptions
{
    /// <summary>Gets or sets the name. Required.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the path. Required.</summary>
    public RouteKind? Kind { get; set; }

    /// <summary>Gets or sets the name of the answering model. Required.</summary>
    public string? Model { get; set; }

    /// <summary>Gets or sets the name of the translating model or service. Required for a translated route, and for no other.</summary>
    public string? Translator { get; set; }

    /// <summary>Gets or sets the BCP 47 tag of the language in which the model is asked to reason; direct routes only. Default: none.</summary>
    public string? ReasonIn { get; set; }

    /// <summary>Gets or sets the adapter's name at the endpoint; adapted routes only. Default: the model's identifier.</summary>
    public string? Adapter { get; set; }

    /// <summary>Gets or sets the BCP 47 primary tags of the request languages that the route is for. Default: <c>ja</c> for an adapted route, all for the others.</summary>
    public IList<string>? Languages { get; set; }

    /// <summary>Gets or sets a value indicating whether the route is only scored and recorded. Default: <see langword="false"/>.</summary>
    public bool? Hypothetical { get; set; }

    /// <summary>Gets or sets the time limits, breaker and concurrency of this route. Default: those of <see cref="RoutingOptions.Resilience"/>.</summary>
    public RouteResilienceOptions? Resilience { get; set; }
}
