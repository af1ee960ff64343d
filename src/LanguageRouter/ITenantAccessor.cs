namespace LanguageRouter;

/// <summary>Tells whose request is being made, for instance from the signed-in user.</summary>
/// <remarks>Implementations are safe for concurrent use and answer for the current asynchronous flow.</remarks>
public interface ITenantAccessor
{
    /// <summary>Gets the tenant; <see langword="null"/> where there is none.</summary>
    string? Tenant { get; }
}
