namespace LanguageRouter.Signals;

/// <summary>Detects the language of a text.</summary>
/// <remarks>Implementations are pure and safe for concurrent use. They answer <c>und</c> where the evidence does not decide.</remarks>
public interface ILanguageDetector
{
    /// <summary>Detects the language in which a text is written.</summary>
    /// <param name="text">Any UTF-16 text.</param>
    /// <returns>The language, or undetermined.</returns>
    DetectedLanguage Detect(ReadOnlySpan<char> text);
}
