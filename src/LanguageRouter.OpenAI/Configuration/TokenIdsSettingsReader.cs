using System.Globalization;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Policies;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Reads what the protocols of token ids need beyond an address and a key: the tokenizer, the form of conversations, the context window.</summary>
internal sealed class TokenIdsSettingsReader(IConfiguration configuration)
{
    /// <summary>The settings; null where they have mistakes. Whether the form fits the tokenizer is seen once the vocabulary is loaded, see <see cref="AdapterParts"/>.</summary>
    public TokenIdsSettings? Read(IConfigurationSection client, string model, ClientProtocol protocol, List<string> errors)
    {
        var modelPath = ConfigurationPath.Combine(RoutingOptions.SectionName, "Models", model);
        var before = errors.Count;
        var template = Template(client, errors);
        var window = ContextWindow(modelPath, client, errors);
        CheckTokenizer(modelPath, client, errors);
        var server = client["ServerTokenizer"] is { Length: > 0 } name ? name : null;
        if (server is not null && !Tokenizer(server).Exists())
        {
            errors.Add($"{client.Path}:ServerTokenizer is '{server}', which is not under {RoutingOptions.SectionName}:Tokenizers. Fix: add it there, as {{ \"File\": \"…/tokenizer.model\", \"Reading\": \"llama-cpp\" }}, or remove it where the server reads as the model was trained.");
        }

        var loras = protocol == ClientProtocol.TokenIdsLlamaCpp ? LoraNumbers.Read(client.GetSection("Loras"), errors) : null;
        return errors.Count > before ? null : new TokenIdsSettings { Template = template!, ContextWindow = window!.Value, ServerTokenizer = server, Loras = loras };
    }

    private static ChatTemplate? Template(IConfigurationSection client, List<string> errors)
    {
        var name = client["Template"];
        if (ChatTemplate.Named.FirstOrDefault(template => template.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return found;
        }

        var names = string.Join(", ", ChatTemplate.Named.Select(template => template.Name));
        errors.Add(string.IsNullOrEmpty(name)
            ? $"{client.Path} has no Template, which token ids need. Fix: write the form that the model was trained on, one of {names}."
            : $"{client.Path}:Template is '{name}'. Fix: use one of {names}.");
        return null;
    }

    private int? ContextWindow(string modelPath, IConfigurationSection client, List<string> errors)
    {
        var path = ConfigurationPath.Combine(modelPath, "ContextWindow");
        if (int.TryParse(configuration[path], NumberStyles.Integer, CultureInfo.InvariantCulture, out var window) && window > 0)
        {
            return window;
        }

        errors.Add($"{client.Path}:Protocol needs {path}, the largest prompt and answer together. Fix: write it in tokens.");
        return null;
    }

    private void CheckTokenizer(string modelPath, IConfigurationSection client, List<string> errors)
    {
        var path = ConfigurationPath.Combine(modelPath, "Tokenizer");
        var name = configuration[path];
        if (string.IsNullOrEmpty(name))
        {
            errors.Add($"{client.Path}:Protocol needs {path}. Fix: name a tokenizer under {RoutingOptions.SectionName}:Tokenizers.");
        }
        else if (!Tokenizer(name).Exists())
        {
            errors.Add($"{client.Path}:Protocol needs the vocabulary's file, but {path} is '{name}', which has none under {RoutingOptions.SectionName}:Tokenizers. Fix: add it there with the path of its .model or tokenizer.json, or use the protocol chat.");
        }
        else if (Tokenizer(name)["Reading"] is { Length: > 0 } reading && !reading.Equals("sentence-piece", StringComparison.OrdinalIgnoreCase))
        {
            errors.Add($"{client.Path}:Protocol sends ids as the model was trained on them, but {path} is '{name}', whose Reading is '{reading}'. Fix: name a tokenizer without a Reading there, and this one in {client.Path}:ServerTokenizer.");
        }
    }

    private IConfigurationSection Tokenizer(string name) => configuration.GetSection(ConfigurationPath.Combine(RoutingOptions.SectionName, "Tokenizers", name));
}
