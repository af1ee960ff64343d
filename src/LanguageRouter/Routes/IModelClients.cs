using Microsoft.Extensions.AI;

namespace LanguageRouter.Routes;

/// <summary>Gives the chat client of a model. An application registers one or more; the first that knows a model serves it.</summary>
/// <remarks>Implementations are safe for concurrent use and own the clients they return.</remarks>
public interface IModelClients
{
    /// <summary>Gets the client of a model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The client, the same one for each call; <see langword="null"/> where this instance does not know the model.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The model's client is configured wrongly. The router asks for all clients before a configuration comes into force and reports all such mistakes together.</exception>
    IChatClient? GetClient(Model model);
}
