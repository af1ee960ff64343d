using System.Text.Json;
using LanguageRouter.Policies;
using LanguageRouter.Tool.PolicyChecking;
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
            return RoutingConfiguration.Load(Parse(path), FolderOf(path));
        }
        catch (OptionsValidationException exception)
        {
            throw new ToolException([.. exception.Failures.Select(failure => $"{path}: {failure}")], exception);
        }
    }

    /// <summary>Checks a file with the models' sections <c>Client</c> and returns every mistake in it; none means that the configuration is there.</summary>
    /// <exception cref="ToolException">There is no such file, or it cannot be opened.</exception>
    public static CheckedConfiguration Check(string path)
    {
        try
        {
            var file = Parse(path);
            using var clients = new ClientSections(file);
            var configuration = RoutingConfiguration.Load(file, FolderOf(path), clients.Validators);
            var mistakes = clients.Check(configuration.Catalog);
            return new CheckedConfiguration(mistakes.Count == 0 ? configuration : null, mistakes, clients.MissingKeys);
        }
        catch (OptionsValidationException exception)
        {
            return new CheckedConfiguration(null, [.. exception.Failures], []);
        }
        catch (ToolException exception) when (exception.InnerException is FormatException)
        {
            return new CheckedConfiguration(null, exception.Messages, []);
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

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";

    /// <summary>Reads a file whole, with what other packages find in it.</summary>
    /// <exception cref="ToolException">The file cannot be read.</exception>
    public static IConfigurationRoot Root(string path) => Parse(path);

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
}
