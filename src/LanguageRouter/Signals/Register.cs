namespace LanguageRouter.Signals;

/// <summary>The politeness of Japanese prose.</summary>
public enum Register
{
    /// <summary>No evidence, or not Japanese.</summary>
    Unknown,

    /// <summary>Plain forms (da, dearu, or no copula).</summary>
    Plain,

    /// <summary>Polite forms (desu, masu).</summary>
    Polite,

    /// <summary>Honorific or humble forms (keigo).</summary>
    Honorific,
}
