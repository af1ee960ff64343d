namespace LanguageRouter.Policies;

/// <summary>Represents the whole configuration of the router: the section <c>LanguageRouter</c> of an application's settings.</summary>
public sealed class RoutingOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LanguageRouter";

    /// <summary>Gets the models by name.</summary>
    public IDictionary<string, ModelOptions> Models { get; } = new Dictionary<string, ModelOptions>(StringComparer.Ordinal);

    /// <summary>Gets the tokenizers that come from files (SentencePiece <c>.model</c>, Hugging Face <c>tokenizer.json</c>) by the name that models use for them.</summary>
    public IDictionary<string, TokenizerOptions> Tokenizers { get; } = new Dictionary<string, TokenizerOptions>(StringComparer.Ordinal);

    /// <summary>Gets the translation services by name; a language model that translates is a model.</summary>
    public IDictionary<string, TranslatorOptions> Translators { get; } = new Dictionary<string, TranslatorOptions>(StringComparer.Ordinal);

    /// <summary>Gets the routes, in order of preference among equals.</summary>
    public IList<RouteOptions> Routes { get; } = [];

    /// <summary>Gets or sets the time limits, breaker and concurrency of all routes; a route's own section goes first.</summary>
    public RouteResilienceOptions Resilience { get; set; } = new();

    /// <summary>Gets the policy of tenants that have none, and what the others inherit.</summary>
    public RoutingPolicyOptions Defaults { get; } = new();

    /// <summary>Gets the named policies, for tenants and other named policies to inherit from.</summary>
    public IDictionary<string, RoutingPolicyOptions> Policies { get; } = new Dictionary<string, RoutingPolicyOptions>(StringComparer.Ordinal);

    /// <summary>Gets the policies by tenant.</summary>
    public IDictionary<string, RoutingPolicyOptions> Tenants { get; } = new Dictionary<string, RoutingPolicyOptions>(StringComparer.Ordinal);
}
