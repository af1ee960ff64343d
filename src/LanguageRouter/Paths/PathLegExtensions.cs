using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths;

/// <summary>Reads and writes the legs that a path client reports with its response.</summary>
public static class PathLegExtensions
{
    private const string Key = "language_router.legs";

    /// <summary>Gets the legs of a response, in the order of their start.</summary>
    /// <param name="response">The response of a path client.</param>
    /// <returns>The legs; empty where the client reports none.</returns>
    public static IReadOnlyList<PathLeg> GetPathLegs(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Read(response.AdditionalProperties);
    }

    /// <summary>Gets the legs that a streamed update carries; path clients put all of them on their last update.</summary>
    /// <param name="update">An update of a path client.</param>
    /// <returns>The legs; empty on all other updates.</returns>
    public static IReadOnlyList<PathLeg> GetPathLegs(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Read(update.AdditionalProperties);
    }

    /// <summary>Gets the legs that a path client had made when it failed, or when the model behind it did: they cost money too.</summary>
    /// <param name="exception">The exception of a path client, or one that was made of it.</param>
    /// <returns>The legs, the failed one last; empty where none was made.</returns>
    public static IReadOnlyList<PathLeg> GetPathLegs(this Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause.Data[Key] is IReadOnlyList<PathLeg> { Count: > 0 } noted)
            {
                return noted;
            }

            if (cause is IPathFailure { Legs: { Count: > 0 } made })
            {
                return made;
            }
        }

        return [];
    }

    // The exception of a model passes unchanged but for this note.
    internal static void SetPathLegs(this Exception exception, IReadOnlyList<PathLeg> legs)
    {
        if (!exception.Data.IsReadOnly)
        {
            exception.Data[Key] = legs;
        }
    }

    internal static void SetPathLegs(this ChatResponse response, IReadOnlyList<PathLeg> legs) =>
        (response.AdditionalProperties ??= [])[Key] = legs;

    internal static void SetPathLegs(this ChatResponseUpdate update, IReadOnlyList<PathLeg> legs) =>
        (update.AdditionalProperties ??= [])[Key] = legs;

    private static IReadOnlyList<PathLeg> Read(AdditionalPropertiesDictionary? properties) =>
        properties is not null && properties.TryGetValue(Key, out var value) && value is IReadOnlyList<PathLeg> legs ? legs : [];
}
