using LanguageRouter.Paths.Translation;

namespace TranslationSample;

/// <summary>A translator that knows the sentences of <see cref="Script"/>; an application uses <see cref="ChatClientTranslator"/>, DeepL, Google, Azure or LibreTranslate.</summary>
internal sealed class SimulatedTranslator : ITranslator
{
    public TranslatorProfile Profile { get; } = new() { Name = "simulated-translator", PriceForm = TranslatorPriceForm.Characters };

    public Task<TranslationResult> TranslateAsync(TranslationRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new TranslationResult([.. request.Segments.Select(segment => Script.Translations.GetValueOrDefault(segment.Text))])
        {
            BilledCharacters = request.Segments.Sum(segment => segment.Text.Length),
        });
}
