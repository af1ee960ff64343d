using LanguageRouter.Policies;
using Microsoft.Extensions.Options;

namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Checks the sections <c>Client</c> of all models when the configuration is read.</summary>
internal sealed class ModelClientSettingsValidator(ModelClientSettingsReader reader) : IValidateOptions<RoutingOptions>
{
    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        // A model of hypothetical routes alone is never asked: it may be configured before its key is there.
        var executed = options.Routes
            .Where(route => route.Hypothetical != true)
            .SelectMany(route => new[] { route.Model, route.Translator })
            .ToHashSet(StringComparer.Ordinal);
        var errors = new List<string>();
        foreach (var model in options.Models.Keys)
        {
            var settings = reader.Read(model, keyIsNeeded: executed.Contains(model), errors);
            if (settings?.TokenIds?.Loras is { } loras)
            {
                CheckAdapters(options, model, loras, errors);
            }
        }

        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }

    // A server that takes numbers has no name to complain about.
    private static void CheckAdapters(RoutingOptions options, string model, LoraNumbers loras, List<string> errors)
    {
        foreach (var route in options.Routes.Where(route => route.Model == model && route.Adapter is { } adapter && !loras.TryGet(adapter, out _)))
        {
            errors.Add($"Route '{route.Name}' has the adapter '{route.Adapter}', which is not under {RoutingOptions.SectionName}:Models:{model}:Client:Loras ({string.Join(", ", loras.Names.DefaultIfEmpty("none"))}). Fix: add it there with its number at the server.");
        }
    }
}
