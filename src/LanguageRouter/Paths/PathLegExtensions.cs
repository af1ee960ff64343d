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

    internal static void SetPathLegs(this ChatResponse response, IReadOnlyList<PathLeg> legs) =>
        (response.AdditionalProperties ??= [])[Key] = legs;

    internal static void SetPathLegs(this ChatResponseUpdate update, IReadOnlyList<PathLeg> legs) =>
        (update.AdditionalProperties ??= [])[Key] = legs;

    private static IReadOnlyList<PathLeg> Read(AdditionalPropertiesDictionary? properties) =>
        properties is not null && properties.TryGetValue(Key, out var value) && value is IReadOnlyList<PathLeg> legs ? legs : [];
}
