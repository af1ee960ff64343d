using System.Collections.Frozen;
using LanguageRouter.Learning;
using LanguageRouter.Routes;
using LanguageRouter.Tokens;
using LanguageRouter.Tokens.SentencePiece;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Policies;

/// <summary>Represents a whole, valid configuration: the catalog, the tokenizers and a policy per tenant.</summary>
/// <remarks>Immutable and safe for concurrent use. A reload makes a new instance.</remarks>
public sealed class RoutingConfiguration
{
    private readonly FrozenDictionary<string, RoutingPolicy> _tenants;

    internal RoutingConfiguration(RouteCatalog catalog, TokenCounters tokenizers, RoutingPolicy defaults, FrozenDictionary<string, RoutingPolicy> tenants)
    {
        Catalog = catalog;
        Tokenizers = tokenizers;
        Defaults = defaults;
        _tenants = tenants;
    }

    /// <summary>Gets the models and routes.</summary>
    public RouteCatalog Catalog { get; }

    /// <summary>Gets the tokenizers that the models name.</summary>
    public TokenCounters Tokenizers { get; }

    /// <summary>Gets the policy of tenants that have none of their own.</summary>
    public RoutingPolicy Defaults { get; }

    /// <summary>Gets the configured tenants.</summary>
    public IEnumerable<string> Tenants => _tenants.Keys;

    /// <summary>Gets the policy of a tenant.</summary>
    /// <param name="tenant">The tenant; one that is not configured has the defaults.</param>
    /// <returns>The policy.</returns>
    public RoutingPolicy PolicyOf(string tenant) => _tenants.GetValueOrDefault(tenant, Defaults);

    /// <summary>Reads and checks a section.</summary>
    /// <param name="section">The section, usually <c>LanguageRouter</c>. With thousands of tenants in it, give the whole configuration instead: a section looks through all keys for each of them.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="OptionsValidationException">The configuration has mistakes; <see cref="OptionsValidationException.Failures"/> has all of them, each with its path and fix.</exception>
    public static RoutingConfiguration Load(IConfigurationSection section) => Load(section, Environment.CurrentDirectory);

    /// <summary>Reads and checks the section <c>LanguageRouter</c> of an application's configuration, in one pass however many tenants it has.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="folder">Where relative paths start, such as the folder of the configuration's file, as an absolute path.</param>
    /// <param name="validators">Check more of the same configuration, as <c>AddOpenAIModelClients</c> does; their mistakes are reported with the others. Default: none.</param>
    /// <param name="tenants">Further sources of tenants. Default: none.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is not an absolute path.</exception>
    /// <exception cref="OptionsValidationException">The configuration has mistakes; <see cref="OptionsValidationException.Failures"/> has all of them, each with its path and fix.</exception>
    public static RoutingConfiguration Load(
        IConfigurationRoot configuration, string folder, IEnumerable<IValidateOptions<RoutingOptions>>? validators = null, IEnumerable<ITenantPolicySource>? tenants = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Load(ConfigurationTree.Read(configuration, RoutingOptions.SectionName), folder, validators, tenants);
    }

    internal static RoutingConfiguration Load(
        IConfigurationSection section, string folder, IEnumerable<IValidateOptions<RoutingOptions>>? validators = null, IEnumerable<ITenantPolicySource>? tenants = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(folder);
        var errors = new List<string>();
        if (!section.Exists())
        {
            errors.Add($"The configuration has no section '{section.Path}'. Fix: add it; docs/configuration.md shows a complete one.");
        }

        var options = RoutingOptionsReader.Read(section, folder, errors);
        foreach (var source in tenants ?? [])
        {
            Add(source, options, errors);
        }

        foreach (var validator in validators ?? [])
        {
            errors.AddRange(validator.Validate(Options.DefaultName, options).Failures ?? []);
        }

        return Create(options, errors);
    }

    /// <summary>Checks options that were made in code.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="OptionsValidationException">The options have mistakes; <see cref="OptionsValidationException.Failures"/> has all of them, each with its path and fix.</exception>
    public static RoutingConfiguration Create(RoutingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Create(options, []);
    }

    private static void Add(ITenantPolicySource source, RoutingOptions options, List<string> errors)
    {
        foreach (var (tenant, policy) in source.Load(errors))
        {
            if (!options.Tenants.TryAdd(tenant, policy))
            {
                errors.Add($"Tenants:{tenant} stands in '{source.Name}' and in another source. Fix: keep one of them.");
            }
        }
    }

    private static RoutingConfiguration Create(RoutingOptions options, List<string> errors)
    {
        var tokenizers = new TokenCounters();
        var wordings = new Dictionary<string, WordingPredictor>(StringComparer.Ordinal);
        RoutingOptionsValidator.Validate(options, tokenizers.Names, errors);
        if (errors.Count == 0)
        {
            foreach (var (name, tokenizer) in options.Tokenizers)
            {
                if (TokenizerOptions.IsJson(tokenizer.File!))
                {
                    tokenizers.AddTokenizerJson(name, tokenizer.File!);
                }
                else
                {
                    tokenizers.AddSentencePiece(name, tokenizer.File!, tokenizer.Reading ?? SentencePieceDialect.SentencePiece);
                }
            }

            errors.AddRange(tokenizers.Validate());
            wordings = WordingFiles.Read(options, errors);
        }

        return errors.Count > 0
            ? throw new OptionsValidationException(RoutingOptions.SectionName, typeof(RoutingOptions), errors)
            : PolicyCompiler.Compile(options, tokenizers, wordings);
    }
}
