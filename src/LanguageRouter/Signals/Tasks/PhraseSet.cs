namespace LanguageRouter.Signals.Tasks;

/// <summary>Which list a phrase of the table belongs to.</summary>
internal enum PhraseSet : byte
{
    /// <summary>What is asked for, and in which form.</summary>
    Requests,

    /// <summary>What it is about.</summary>
    Topics,

    /// <summary>How polite it is.</summary>
    Register,

    /// <summary>Names of languages.</summary>
    Languages,
}
