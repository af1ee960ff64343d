namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Asks a llama.cpp server for one of its LoRA adapters.</summary>
/// <param name="Id">The number that the server gave the adapter at its start.</param>
/// <param name="Scale">The strength, 1 for the adapter as trained.</param>
public readonly record struct LoraWeight(int Id, float Scale = 1);
