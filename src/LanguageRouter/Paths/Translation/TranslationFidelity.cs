namespace LanguageRouter.Paths.Translation;

/// <summary>How a translator has done for a tenant.</summary>
/// <param name="Segments">The sentences in the sample; older ones weigh less.</param>
/// <param name="Failed">How many of them failed verification at the first attempt; doubts that were upheld are not counted.</param>
/// <param name="IsAdmitted">Whether requests are translated; <see langword="false"/> while the gate is closed.</param>
public readonly record struct TranslationFidelity(int Segments, int Failed, bool IsAdmitted)
{
    /// <summary>Gets the share of sentences that failed, 0 to 1; 0 without a sample.</summary>
    public double FailureRate => Segments == 0 ? 0 : (double)Failed / Segments;
}
