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
            reader.Read(model, keyIsNeeded: executed.Contains(model), errors);
        }

        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }
}
