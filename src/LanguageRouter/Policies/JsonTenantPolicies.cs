using System.Text.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace LanguageRouter.Policies;

/// <summary>Reads the policies of tenants from JSON files of the form <c>{ "Tenants": { "acme": { … } } }</c>, and again when one changes.</summary>
/// <remarks>
/// Meant for many tenants, which have a file or a folder of their own apart from the application's settings.
/// Write a file under another name and move it over the old one, so that no half-written one is read.
/// </remarks>
public sealed class JsonTenantPolicies : ITenantPolicySource, IDisposable
{
    private static readonly JsonDocumentOptions Json = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string _pattern;
    private readonly PhysicalFileProvider _files;

    /// <summary>Creates a source of one file, or of all files of a folder that match a pattern.</summary>
    /// <param name="path">The file, or a pattern in the last part, such as <c>tenants/*.json</c>. The folder must exist.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public JsonTenantPolicies(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        _pattern = Path.GetFileName(full);
        _files = new PhysicalFileProvider(Path.GetDirectoryName(full)!);
        Name = path;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, RoutingPolicyOptions> Load(ICollection<string> mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        var policies = new Dictionary<string, RoutingPolicyOptions>(StringComparer.Ordinal);
        var files = Directory.GetFiles(_files.Root, _pattern);
        if (files.Length == 0)
        {
            mistakes.Add($"{Name}: there is no such file. Fix: write it, or correct the path.");
        }

        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            LoadFile(file, policies, mistakes);
        }

        return policies;
    }

    /// <inheritdoc/>
    public IChangeToken GetReloadToken() => _files.Watch(_pattern);

    /// <summary>Ends the watching.</summary>
    public void Dispose() => _files.Dispose();

    private static void LoadFile(string file, Dictionary<string, RoutingPolicyOptions> policies, ICollection<string> mistakes)
    {
        var name = Path.GetFileName(file);
        try
        {
            using var stream = File.OpenRead(file);
            using var document = JsonDocument.Parse(stream, Json);
            var errors = new List<string>();
            var read = new Dictionary<string, RoutingPolicyOptions>(StringComparer.Ordinal);
            var root = new ConfigurationReader(new JsonSection("", "", document.RootElement), errors);
            root.Ignore("$schema");
            RoutingOptionsReader.ReadPolicies(root, "Tenants", read, Path.GetDirectoryName(file)!);
            root.RejectUnknownKeys();
            foreach (var error in errors)
            {
                mistakes.Add($"{name}: {error}");
            }

            foreach (var (tenant, policy) in read)
            {
                if (!policies.TryAdd(tenant, policy))
                {
                    mistakes.Add($"{name}: Tenants:{tenant} stands in another file too. Fix: keep one of them.");
                }
            }
        }
        catch (JsonException exception)
        {
            mistakes.Add($"{name} is no JSON: {exception.Message} Fix: correct the file there.");
        }
    }
}
