namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>What words of Latin letters may be; a look at the words themselves decides.</summary>
[Flags]
internal enum WordSigns : byte
{
    /// <summary>Nothing of interest.</summary>
    None = 0,

    /// <summary>A number, or a part of one.</summary>
    Number = 1,

    /// <summary>A number that a translation must have.</summary>
    StrongNumber = 2,

    /// <summary>A plain English negation.</summary>
    Negation = 4,

    /// <summary>A word of a phrase that is said instead of a translation.</summary>
    Phrase = 8,
}
