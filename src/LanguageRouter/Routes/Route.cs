namespace LanguageRouter.Routes;

/// <summary>Represents one configured way to answer a request: a path over a model.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record Route
{
    /// <summary>Gets the name, unique in a configuration.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the path.</summary>
    public required RouteKind Kind { get; init; }

    /// <summary>Gets the model that answers.</summary>
    public required Model Model { get; init; }

    /// <summary>Gets who translates; <see langword="null"/> unless <see cref="Kind"/> is <see cref="RouteKind.Translated"/>.</summary>
    public RouteTranslator? Translator { get; init; }

    /// <summary>Gets the BCP 47 tag of the language in which a direct route asks the model to reason before it answers in the user's; <see langword="null"/> for none.</summary>
    public string? ReasoningLanguage { get; init; }

    /// <summary>Gets the adapter's name as the endpoint knows it; <see langword="null"/> where the model itself is the adapted one.</summary>
    public string? Adapter { get; init; }

    /// <summary>Gets the BCP 47 primary tags of the request languages that the route is for; empty for all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Gets a value indicating whether the route is scored and recorded but never executed.</summary>
    public bool IsHypothetical { get; init; }

    /// <summary>Gets how long the route is waited for, when it is taken out for now, and how much it carries at once.</summary>
    public RouteResilience Resilience { get; init; } = RouteResilience.Default;

    /// <summary>Gets the identifier that is sent as <c>model</c>: the adapter's where there is one.</summary>
    public string RequestModelId => Adapter ?? Model.ModelId;

    /// <summary>Returns the name and the path.</summary>
    /// <returns>For instance <c>english (Translated)</c>.</returns>
    public override string ToString() => $"{Name} ({Kind})";
}
