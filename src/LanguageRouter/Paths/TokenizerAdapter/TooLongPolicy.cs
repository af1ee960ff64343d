namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>What happens to a conversation that does not fit the context window.</summary>
public enum TooLongPolicy
{
    /// <summary>The call ends in a <see cref="TokenizerAdapterException"/> before anything is sent, so that another route can serve.</summary>
    Refuse,

    /// <summary>The oldest messages are left out until it fits, never the system message nor the last message; the account tells how many.</summary>
    DropOldest,
}
