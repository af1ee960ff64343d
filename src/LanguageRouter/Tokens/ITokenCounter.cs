namespace LanguageRouter.Tokens;

/// <summary>Counts the tokens of a text exactly as one tokenizer does.</summary>
/// <remarks>
/// Implementations are safe for concurrent use and total: any UTF-16 text has a count, lone surrogates are
/// counted as U+FFFD. Control tokens written in the text are ordinary text.
/// </remarks>
public interface ITokenCounter
{
    /// <summary>Gets the tokenizer's name as models name it, such as <c>o200k_base</c>.</summary>
    string Name { get; }

    /// <summary>Counts the tokens of a text.</summary>
    /// <param name="text">The text, without a chat template.</param>
    /// <returns>The number of tokens; 0 for an empty text.</returns>
    int Count(ReadOnlySpan<char> text);

    /// <summary>Counts tokens until a limit is passed, for a question such as "does it fit".</summary>
    /// <param name="text">The text, without a chat template.</param>
    /// <param name="limit">The largest count of interest, 0 or more.</param>
    /// <returns>The count where it is at most <paramref name="limit"/>, else some number above it.</returns>
    int CountUpTo(ReadOnlySpan<char> text, int limit);
}
