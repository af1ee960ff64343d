using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LanguageRouter.Routes;

/// <summary>Represents the models and routes of one configuration, in the order in which it names them.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class RouteCatalog
{
    private readonly FrozenDictionary<string, Route> _byName;

    /// <summary>Initializes a new instance of the <see cref="RouteCatalog"/> class.</summary>
    /// <param name="routes">The routes; names are compared by ordinal.</param>
    /// <exception cref="ArgumentException">Two routes have the same name.</exception>
    public RouteCatalog(IEnumerable<Route> routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        Routes = [.. routes];
        Tokenizers = [.. Routes
            .SelectMany(route => new[] { route.Model.Tokenizer, route.Translator?.Model?.Tokenizer })
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];
        _byName = Routes.ToFrozenDictionary(route => route.Name, StringComparer.Ordinal);
    }

    /// <summary>Gets the routes in configured order.</summary>
    public ImmutableArray<Route> Routes { get; }

    /// <summary>Gets the names of the tokenizers in which the routes are billed, each once.</summary>
    public ImmutableArray<string> Tokenizers { get; }

    /// <summary>Finds a route.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The route, or <see langword="null"/>.</returns>
    public Route? Find(string name) => _byName.GetValueOrDefault(name);
}
