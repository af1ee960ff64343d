using System.Collections.Immutable;

namespace LanguageRouter.Review.Records;

/// <summary>Represents the models, prices and routes of one policy version, as they were when its records were written.</summary>
/// <remarks>Immutable and safe for concurrent use. Bills of kept records can be made again from it to the last digit.</remarks>
public sealed record StoredPolicy
{
    /// <summary>Gets the version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets when the version was first seen.</summary>
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>Gets the mode.</summary>
    public required string Mode { get; init; }

    /// <summary>Gets the default route; <see langword="null"/> where the decision does not show it.</summary>
    public string? Default { get; init; }

    /// <summary>Gets the routes in configured order.</summary>
    public ImmutableArray<StoredRoute> Routes { get; init; } = [];

    /// <summary>Gets the models of the routes and translators, each once.</summary>
    public ImmutableArray<StoredModel> Models { get; init; } = [];

    /// <summary>Gets a model.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The model; <see langword="null"/> where there is none of this name.</returns>
    public StoredModel? ModelOf(string name)
    {
        foreach (var model in Models)
        {
            if (model.Name == name)
            {
                return model;
            }
        }

        return null;
    }
}
