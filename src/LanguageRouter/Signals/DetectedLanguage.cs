namespace LanguageRouter.Signals;

/// <summary>A language and how sure its detection is.</summary>
/// <param name="Tag">A BCP 47 tag such as <c>ja</c>, <c>zh-Hans</c>, <c>ja-Latn</c> (romaji), or <see cref="Undetermined"/>.</param>
/// <param name="Confidence">The estimated probability that the tag is right, 0 to 1; 0 where undetermined.</param>
public readonly record struct DetectedLanguage(string Tag, double Confidence)
{
    /// <summary>The BCP 47 tag of a language that the evidence does not decide.</summary>
    public const string Undetermined = "und";

    /// <summary>Gets a value indicating whether the evidence decides no language.</summary>
    public bool IsUndetermined => Tag is null or Undetermined;
}
