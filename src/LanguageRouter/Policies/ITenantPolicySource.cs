using Microsoft.Extensions.Primitives;

namespace LanguageRouter.Policies;

/// <summary>Provides policies of tenants from elsewhere than the application's settings: a database, a service, a file of its own.</summary>
/// <remarks>
/// Registered with the application's services; all of them are asked at start-up and at each change of any source, and what they give is
/// checked together with the settings before any of it comes into force. Implementations are safe for concurrent use.
/// </remarks>
public interface ITenantPolicySource
{
    /// <summary>Gets the name of the source, for messages.</summary>
    string Name { get; }

    /// <summary>Reads the policies by tenant.</summary>
    /// <param name="mistakes">Takes every mistake, with where it is and its fix; one is enough to reject the change as a whole.</param>
    /// <returns>The policies; a tenant may stand in one source only.</returns>
    /// <remarks>An exception at start-up ends the start; later the policies in force stay, and the message is logged.</remarks>
    IReadOnlyDictionary<string, RoutingPolicyOptions> Load(ICollection<string> mistakes);

    /// <summary>Gets the token that tells when the policies have changed; a new one is asked for after each change.</summary>
    /// <returns>The token.</returns>
    IChangeToken GetReloadToken();
}
