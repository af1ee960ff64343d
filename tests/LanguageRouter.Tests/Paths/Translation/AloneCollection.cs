namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>Tests that run when no other does.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
