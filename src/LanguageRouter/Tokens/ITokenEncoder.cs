namespace LanguageRouter.Tokens;

/// <summary>Turns text into the token ids of one model and back.</summary>
/// <remarks>
/// Implementations are immutable and safe for concurrent use. Control tokens (<c>&lt;s&gt;</c>, <c>&lt;|im_end|&gt;</c>) are
/// never made from text: they exist only as ids that a chat template asks for by <see cref="FindControl"/>.
/// </remarks>
public interface ITokenEncoder : ITokenCounter
{
    /// <summary>Gets the number of ids; every id is at least 0 and below it.</summary>
    int VocabularySize { get; }

    /// <summary>Appends the ids of a text.</summary>
    /// <param name="text">The text; lone surrogates are encoded as U+FFFD.</param>
    /// <param name="ids">The list that the ids are appended to.</param>
    /// <param name="position">Where the text stands; it decides whether a leading space is put before it.</param>
    void Encode(ReadOnlySpan<char> text, List<int> ids, TextPosition position = TextPosition.Start);

    /// <summary>Gets the id of a control token, or of a token that the tokenizer cuts out of text whole.</summary>
    /// <param name="content">The token as the tokenizer's file writes it, such as <c>&lt;s&gt;</c>.</param>
    /// <returns>The id; <see langword="null"/> where the tokenizer has no such token.</returns>
    int? FindControl(string content);

    /// <summary>Tells whether an id is a control token, which stands for no text.</summary>
    /// <param name="id">A token id.</param>
    /// <returns><see langword="true"/> for control tokens; <see langword="false"/> for all others and for ids out of the vocabulary.</returns>
    bool IsControl(int id);

    /// <summary>Gets the UTF-8 bytes that a token stands for, with spaces as spaces; byte tokens may hold a part of a character.</summary>
    /// <param name="id">A token id.</param>
    /// <returns>The bytes; empty for control tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="id"/> is not an id of this tokenizer.</exception>
    ReadOnlySpan<byte> GetBytes(int id);

    /// <summary>Gets a value indicating whether encoding at <see cref="TextPosition.Start"/> puts a space before the text, which decoding from the start takes away again.</summary>
    bool AddsLeadingSpace { get; }
}
