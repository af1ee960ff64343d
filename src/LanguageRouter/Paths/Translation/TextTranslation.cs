using System.Text;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation;

/// <summary>Translates a whole text: segments, the ladder, and the text put together again.</summary>
internal static class TextTranslation
{
    public static async Task<string> TranslateAsync(VerifiedTranslator translator, TranslationJob job, string text, CancellationToken cancellationToken)
    {
        var pieces = Cut(text);
        var translations = await translator.TranslateAsync(job, [.. pieces.Where(p => p.IsProse).Select(p => p.Text)], cancellationToken).ConfigureAwait(false);
        var assembler = new Assembler();
        var result = new StringBuilder(text.Length * 2);
        Append(result, assembler, pieces, translations);
        return result.Append(assembler.End()).ToString();
    }

    // Sentences, line breaks and markers of real answers are 12 characters at the mean.
    private const int CharactersPerPiece = 10;

    public static List<TextPiece> Cut(string text)
    {
        var segmenter = new TextSegmenter();
        segmenter.Append(text);
        var pieces = new List<TextPiece>((text.Length / CharactersPerPiece) + 1);
        while (segmenter.TryRead(complete: true, out var piece))
        {
            pieces.Add(piece);
        }

        return pieces;
    }

    public static void Append(StringBuilder result, Assembler assembler, IReadOnlyList<TextPiece> pieces, ReadOnlySpan<string> translations)
    {
        var next = 0;
        foreach (var piece in pieces)
        {
            result.Append(piece.IsProse ? assembler.Prose(piece.Text, translations[next++]) : assembler.Opaque(piece.Text));
        }
    }
}
