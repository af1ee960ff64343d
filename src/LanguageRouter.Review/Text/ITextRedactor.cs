namespace LanguageRouter.Review;

/// <summary>Takes what identifies people and opens doors out of a text before it is kept. Only texts of tenants that opted in ever reach it.</summary>
public interface ITextRedactor
{
    /// <summary>Redacts a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with placeholders such as <c>[email]</c>.</returns>
    string Redact(string text);
}
