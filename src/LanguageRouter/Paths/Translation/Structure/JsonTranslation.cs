using System.Text;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Structure;

/// <summary>Translates the prose in a JSON text and nothing else of it.</summary>
internal static class JsonTranslation
{
    /// <summary>Translates a JSON text; the sentences of all its values go to the translator together.</summary>
    /// <exception cref="TranslationFailedException">The text is no JSON, or its prose cannot be translated.</exception>
    public static async Task<string> TranslateAsync(VerifiedTranslator translator, TranslationJob job, string json, IJsonTextSelector selector, CancellationToken cancellationToken)
    {
        var values = JsonTextValues.TryRead(json, selector) ?? throw new TranslationFailedException("not_json", job.Kind, null);
        List<TextPiece>[] pieces = [.. values.Values.Select(TextTranslation.Cut)];
        var translations = await translator.TranslateAsync(job, [.. pieces.SelectMany(p => p).Where(p => p.IsProse).Select(p => p.Text)], cancellationToken).ConfigureAwait(false);
        var texts = new string[pieces.Length];
        var next = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            var sentences = pieces[i].Count(p => p.IsProse);
            var assembler = new Assembler();
            var text = new StringBuilder();
            TextTranslation.Append(text, assembler, pieces[i], translations.AsSpan(next, sentences));
            texts[i] = text.Append(assembler.End()).ToString();
            next += sentences;
        }

        return values.With(texts);
    }
}
