using LanguageRouter.Scoring;

namespace LanguageRouter.Routes;

/// <summary>Tells whether a model could answer now, from what its client knows already.</summary>
/// <remarks>
/// A chat client that knows such a thing gives it by <c>GetService</c>; the router asks it for the routes of its model at every decision, as
/// it asks every <see cref="IRouteAvailability"/>. Implementations are safe for concurrent use, answer from memory at once, and do not throw.
/// What is known must grow old by itself: a route that is left out gets no request that could show that it works again.
/// </remarks>
public interface IModelHealth
{
    /// <summary>Gets why a request would fail now.</summary>
    /// <param name="modelId">The identifier that requests carry: the adapter's name at the endpoint, or the model's.</param>
    /// <returns>The reason, without text of a request; <see langword="null"/> where nothing speaks against it, or where nothing is known.</returns>
    Exclusion? GetFault(string modelId);
}
