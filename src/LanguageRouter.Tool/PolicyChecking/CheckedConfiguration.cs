using LanguageRouter.Policies;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>What a check found: the configuration, or every mistake in it.</summary>
/// <param name="Configuration">The configuration; null where it has mistakes.</param>
/// <param name="Mistakes">The mistakes, each with its path and fix.</param>
/// <param name="MissingKeys">The variables that hold keys and are not set on this machine: no mistake of the file.</param>
internal sealed record CheckedConfiguration(RoutingConfiguration? Configuration, IReadOnlyList<string> Mistakes, IReadOnlyList<string> MissingKeys);
