using System.Text.Json;
using LanguageRouter.Policies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tool;

/// <summary>Reads the routing configuration from an application's settings file.</summary>
internal static class ConfigurationFile
{
    /// <summary>Loads a file for use.</summary>
    /// <exception cref="ToolException">The file cannot be read, or has mistakes; all of them are listed.</exception>
    public static RoutingConfiguration Load(string path)
    {
        try
        {
            return RoutingConfiguration.Load(Section(path));
        }
        catch (OptionsValidationException exception)
        {
            throw new ToolException([.. exception.Failures.Select(failure => $"{path}: {failure}")], exception);
        }
    }

    /// <summary>Checks a file and returns every mistake in it; none means that the configuration is there.</summary>
    /// <exception cref="ToolException">There is no such file, or it cannot be opened.</exception>
    public static (RoutingConfiguration? Configuration, IReadOnlyList<string> Mistakes) Check(string path)
    {
        try
        {
            return (RoutingConfiguration.Load(Section(path)), []);
        }
        catch (OptionsValidationException exception)
        {
            return (null, [.. exception.Failures]);
        }
        catch (ToolException exception) when (exception.InnerException is FormatException)
        {
            return (null, exception.Messages);
        }
    }

    /// <summary>Says on the error stream that a tenant is not configured: a misspelt one must not get the defaults in silence.</summary>
    public static void WarnOfUnknownTenant(RoutingConfiguration configuration, string tenant, TextWriter error)
    {
        if (tenant.Length > 0 && !configuration.Tenants.Contains(tenant, StringComparer.Ordinal))
        {
            error.WriteLine($"Tenant '{tenant}' is not configured and takes the defaults; configured are: {string.Join(", ", configuration.Tenants.Order(StringComparer.Ordinal).DefaultIfEmpty("none"))}.");
        }
    }

    /// <summary>Reads a file whole, with what other packages find in it.</summary>
    /// <exception cref="ToolException">The file cannot be read.</exception>
    public static IConfigurationRoot Root(string path)
    {
        var configuration = Parse(path);
        ResolveTokenizers(configuration.GetSection(RoutingOptions.SectionName), Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
        return configuration;
    }

    private static IConfigurationSection Section(string path) => Root(path).GetSection(RoutingOptions.SectionName);

    private static IConfigurationRoot Parse(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(file).Build();
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or JsonException)
        {
            var cause = exception.InnerException?.Message ?? exception.Message;
            throw new ToolException($"{path} is no JSON object: {cause} Fix: correct the file there.", exception as FormatException ?? new FormatException(cause, exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The configuration '{path}' cannot be read: {exception.Message} Fix: give the path of the settings file with --config.", exception);
        }
    }

    // An application starts in its content root, beside its settings; the tool starts anywhere.
    private static void ResolveTokenizers(IConfigurationSection section, string folder)
    {
        foreach (var tokenizer in section.GetSection(nameof(RoutingOptions.Tokenizers)).GetChildren())
        {
            if (tokenizer.Value is { Length: > 0 } file && !Path.IsPathRooted(file) && Path.GetFullPath(file, folder) is var beside && File.Exists(beside))
            {
                tokenizer.Value = beside;
            }
        }
    }
}
