using LanguageRouter.Policies;
using LanguageRouter.Routes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>Checks the models' sections <c>Client</c> as an application with LanguageRouter.OpenAI would, without their keys: a file is checked on other machines than the one that runs it.</summary>
internal sealed class ClientSections : IDisposable
{
    private const string Placeholder = "not-set";
    private readonly ServiceProvider _services;

    public ClientSections(IConfigurationRoot file)
    {
        MissingKeys = [.. Variables(file).Where(variable => file[variable] is null && Environment.GetEnvironmentVariable(variable) is null).Distinct(StringComparer.Ordinal)];
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(file)
            .AddInMemoryCollection(MissingKeys.Select(variable => KeyValuePair.Create(variable, (string?)Placeholder)))
            .Build();
        _services = new ServiceCollection().AddOpenAIModelClients(configuration).BuildServiceProvider();
    }

    /// <summary>The variables that hold keys and are not set here.</summary>
    public IReadOnlyList<string> MissingKeys { get; }

    /// <summary>What checks the sections when the configuration is read.</summary>
    public IEnumerable<IValidateOptions<RoutingOptions>> Validators => _services.GetServices<IValidateOptions<RoutingOptions>>();

    /// <summary>What shows only once the vocabularies are loaded: whether a form of conversations fits its tokenizer.</summary>
    public IReadOnlyList<string> Check(RouteCatalog catalog)
    {
        var mistakes = new List<string>();
        var models = catalog.Routes.Where(route => !route.IsHypothetical).SelectMany(route => new[] { route.Model, route.Translator?.Model }).OfType<Model>().Distinct();
        foreach (var model in models)
        {
            try
            {
                foreach (var clients in _services.GetServices<IModelClients>())
                {
                    clients.GetClient(model);
                }
            }
            catch (OptionsValidationException exception)
            {
                mistakes.AddRange(exception.Failures.Except(mistakes, StringComparer.Ordinal).ToArray());
            }
        }

        return mistakes;
    }

    public void Dispose() => _services.Dispose();

    // A value that is no name of a variable is reported by the checks themselves; it may be a key and is not looked at here.
    private static IEnumerable<string> Variables(IConfiguration file) => file
        .GetSection(ConfigurationPath.Combine(RoutingOptions.SectionName, "Models")).GetChildren()
        .Select(model => model["Client:ApiKeyVariable"])
        .OfType<string>()
        .Where(name => name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or ':' or '.'));
}
