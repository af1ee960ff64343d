namespace LanguageRouter.Paths.Translation.Structure;

/// <summary>Translates the prose in a JSON text and nothing else of it.</summary>
internal static class JsonTranslation
{
    /// <summary>Translates a JSON text.</summary>
    /// <exception cref="TranslationFailedException">The text is no JSON, or its prose cannot be translated.</exception>
    public static async Task<string> TranslateAsync(VerifiedTranslator translator, TranslationJob job, string json, IJsonTextSelector selector, CancellationToken cancellationToken)
    {
        var values = JsonTextValues.TryRead(json, selector) ?? throw new TranslationFailedException("not_json", job.Kind, null);
        var texts = new string[values.Values.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = await TextTranslation.TranslateAsync(translator, job, values.Values[i], cancellationToken).ConfigureAwait(false);
        }

        return values.With(texts);
    }
}
