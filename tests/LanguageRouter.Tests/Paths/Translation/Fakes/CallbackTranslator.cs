using LanguageRouter.Paths.Translation;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation.Fakes;

/// <summary>A translator whose every segment goes through a function.</summary>
internal sealed class CallbackTranslator(Func<TranslationRequest, CancellationToken, Task<string?[]>> translate) : ITranslator
{
    private int _calls;

    public static CallbackTranslator Identity { get; } = new(s => s.Text);

    public CallbackTranslator(Func<TranslationSegment, string?> each)
        : this((request, _) => Task.FromResult(request.Segments.Select(each).ToArray()))
    {
    }

    public int Calls => _calls;

    public TranslatorProfile Profile { get; init; } = new() { Name = "fake", PriceForm = TranslatorPriceForm.Characters };

    public async Task<TranslationResult> TranslateAsync(TranslationRequest request, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        var texts = await translate(request, cancellationToken);
        return new TranslationResult(texts) { BilledCharacters = request.Segments.Sum(s => s.Text.Length), Usage = new UsageDetails { InputTokenCount = 1, OutputTokenCount = 1 } };
    }
}
