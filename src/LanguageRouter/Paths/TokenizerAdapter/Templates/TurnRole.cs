namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Who speaks in a turn.</summary>
internal enum TurnRole
{
    System,
    User,
    Assistant,
}
