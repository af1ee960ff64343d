using System.Globalization;
using LanguageRouter.Policies;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Reads the sections <c>Client</c>, with every mistake, its path and its fix. No message holds a value that may be a key.</summary>
internal sealed class ModelClientSettingsReader(IConfiguration configuration)
{
    private static readonly string[] Known = ["ApiKeyHeader", "ApiKeyVariable", "ConnectTimeout", "Endpoint", "Loras", "OutputLimitField", "Protocol", "ServerTokenizer", "Template", "Timeout"];

    private readonly TokenIdsSettingsReader _tokenIds = new(configuration);

    /// <summary>Reads the section of a model.</summary>
    /// <returns>The settings; null where the model has no section, or where it has mistakes.</returns>
    public ModelClientSettings? Read(string model, bool keyIsNeeded, List<string> errors)
    {
        var section = configuration.GetSection(ConfigurationPath.Combine(RoutingOptions.SectionName, "Models", model, "Client"));
        if (!section.Exists())
        {
            return null;
        }

        var before = errors.Count;
        if (section.Value is { Length: > 0 })
        {
            errors.Add($"{section.Path} is a text. Fix: write an object, as {{ \"Endpoint\": \"https://…/v1\", \"ApiKeyVariable\": \"NAME_OF_A_VARIABLE\" }}.");
            return null;
        }

        RejectUnknownKeys(section, errors);
        var endpoint = EndpointReader.Read(section, errors);
        var variable = KeyVariable(section, errors);
        var header = KeyHeader(section, variable, errors);
        var standard = new ModelClientSettings { Endpoint = EndpointReader.Default };
        var timeout = Duration(section, "Timeout", standard.Timeout, errors);
        var connectTimeout = Duration(section, "ConnectTimeout", standard.ConnectTimeout, errors);
        var protocol = Choice<ClientProtocol>(section, "Protocol", errors);
        var outputLimit = Choice<OutputLimitField>(section, "OutputLimitField", errors);
        RejectKeysOfOtherProtocols(section, protocol, endpoint, errors);
        var tokenIds = protocol == ClientProtocol.Chat ? null : _tokenIds.Read(section, model, protocol, errors);
        var key = endpoint is not null ? Key(section, endpoint, variable, keyIsNeeded, errors) : null;
        return errors.Count > before || endpoint is null ? null : new ModelClientSettings
        {
            Endpoint = EndpointReader.WithoutQuery(endpoint),
            Query = endpoint.Query,
            Key = key,
            KeyHeader = header,
            Timeout = timeout,
            ConnectTimeout = connectTimeout,
            Protocol = protocol,
            OutputLimit = outputLimit,
            TokenIds = tokenIds,
        };
    }

    private static void RejectUnknownKeys(IConfigurationSection section, List<string> errors)
    {
        foreach (var child in section.GetChildren().Where(child => !Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            errors.Add(child.Key.Equals("ApiKey", StringComparison.OrdinalIgnoreCase) || child.Key.Equals("Key", StringComparison.OrdinalIgnoreCase)
                ? $"{child.Path} holds a key. Fix: delete it from the file (and from the repository's history, and renew the key), put the key into an environment variable or a user secret, and write that one's name in {section.Path}:ApiKeyVariable."
                : $"{child.Path} is not a setting. Fix: remove it, or use one of {string.Join(", ", Known)}.");
        }
    }

    private static void RejectKeysOfOtherProtocols(IConfigurationSection section, ClientProtocol protocol, Uri? endpoint, List<string> errors)
    {
        string[] others = protocol switch
        {
            ClientProtocol.Chat => ["Template", "ServerTokenizer", "Loras"],
            ClientProtocol.TokenIds => ["ApiKeyHeader", "OutputLimitField", "Loras"],
            _ => ["ApiKeyHeader", "OutputLimitField"],
        };
        foreach (var key in others.Where(key => section.GetSection(key).Exists()))
        {
            errors.Add($"{section.Path}:{key} has no meaning for the protocol {Written(protocol)}. Fix: remove it, or correct {section.Path}:Protocol.");
        }

        if (protocol != ClientProtocol.Chat && endpoint?.Query.Length > 0)
        {
            errors.Add($"{section.Path}:Endpoint has a query, which the protocol {Written(protocol)} does not send. Fix: remove it.");
        }
    }

    private static string? KeyVariable(IConfigurationSection section, List<string> errors)
    {
        if (section["ApiKeyVariable"] is not { Length: > 0 } name)
        {
            return null;
        }

        if (!KeyVariableName.IsOne(name))
        {
            // A key that was written here by mistake must not reach a log.
            errors.Add($"{section.Path}:ApiKeyVariable is not the name of a variable (letters, digits, '_', ':' and '.'); if it is a key, delete it and renew the key. Fix: write the name of the environment variable or user secret that holds the key.");
            return null;
        }

        return name;
    }

    private static string? KeyHeader(IConfigurationSection section, string? variable, List<string> errors)
    {
        if (section["ApiKeyHeader"] is not { Length: > 0 } header || header.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (header.Length > 40 || !header.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            errors.Add($"{section.Path}:ApiKeyHeader is not the name of a header. Fix: write a name such as api-key; leave it out for Authorization: Bearer.");
        }
        else if (variable is null)
        {
            errors.Add($"{section.Path}:ApiKeyHeader is '{header}', but there is no key to send. Fix: add ApiKeyVariable, or remove it.");
        }

        return header;
    }

    private static TimeSpan Duration(IConfigurationSection section, string key, TimeSpan standard, List<string> errors)
    {
        if (section[key] is not { Length: > 0 } text)
        {
            return standard;
        }

        // "30" alone would be thirty days.
        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time)
            && time > TimeSpan.Zero && time <= TimeSpan.FromDays(1))
        {
            return time;
        }

        errors.Add($"{section.Path}:{key} is '{text}'. Fix: write a duration above 0 and up to a day, such as {standard:c}.");
        return standard;
    }

    private static T Choice<T>(IConfigurationSection section, string key, List<string> errors) where T : struct, Enum
    {
        if (section[key] is not { Length: > 0 } text)
        {
            return default;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Written(value).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        errors.Add($"{section.Path}:{key} is '{text}'. Fix: use one of {string.Join(", ", Enum.GetValues<T>().Select(Written))}.");
        return default;
    }

    // Protocols are written in kebab case as all names of the configuration; the output limit's as the protocol itself writes them.
    private static string Written<T>(T value) where T : struct, Enum => typeof(T) == typeof(OutputLimitField)
        ? System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString())
        : System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private string? Key(IConfigurationSection section, Uri endpoint, string? variable, bool keyIsNeeded, List<string> errors)
    {
        var isLocal = EndpointReader.IsLocal(endpoint);
        if (variable is null)
        {
            if (!isLocal && string.IsNullOrEmpty(section["ApiKeyVariable"]))
            {
                errors.Add($"{section.Path} has no ApiKeyVariable, and {endpoint.Host} is not a local endpoint. Fix: write the name of the environment variable or user secret that holds the key.");
            }

            return null;
        }

        if (!isLocal && endpoint.Scheme == Uri.UriSchemeHttp)
        {
            errors.Add($"{section.Path}:Endpoint would send the key to {endpoint.Host} unencrypted. Fix: use https; plain http is for local endpoints.");
            return null;
        }

        // Secrets in configuration first: there the application itself says what goes before what, the environment included.
        if ((configuration[variable] is { Length: > 0 } secret ? secret : Environment.GetEnvironmentVariable(variable)) is { Length: > 0 } key)
        {
            if (key.All(c => c is > ' ' and < '\u007f'))
            {
                return key;
            }

            errors.Add($"{section.Path}:ApiKeyVariable names '{variable}', whose value has blanks, line ends or characters outside ASCII. Fix: set it to the key alone.");
        }
        else if (keyIsNeeded)
        {
            errors.Add($"{section.Path}:ApiKeyVariable names '{variable}', which is not set. Fix: set the environment variable {variable}, or the user secret or configuration key of that name.");
        }

        return null;
    }
}
