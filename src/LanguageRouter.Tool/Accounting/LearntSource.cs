using System.Text;
using LanguageRouter.Learning;
using LanguageRouter.Review.Learning;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Tool.Reviewing;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Where what was learnt is read from and written to: a store, or a file with the state of quality alone.</summary>
internal sealed class LearntSource
{
    private readonly string? _store;
    private readonly string? _state;
    private readonly string _instance;

    /// <exception cref="ToolException">Neither or both are given.</exception>
    public LearntSource(string? store, string? state, string instance)
    {
        if (store is null == state is null)
        {
            throw new ToolException("Give either --store, for what an application keeps, or --state, for a file that QualityLearner.Export wrote.");
        }

        (_store, _state, _instance) = (store, state, instance);
    }

    public string Place => _store ?? _state!;

    /// <summary>Reads both states; that of usage is empty where a file is read.</summary>
    /// <exception cref="ToolException">It cannot be read, or is no state.</exception>
    public async Task<(QualityLearner Quality, UsageLearning Usage)> ReadAsync(CancellationToken cancellationToken)
    {
        var (quality, usage) = (new QualityLearner(), new UsageLearning());
        try
        {
            if (_state is not null)
            {
                quality.Import(await File.ReadAllTextAsync(_state, cancellationToken).ConfigureAwait(false));
                return (quality, usage);
            }

            await StoreFile.UseAsync(_store!, async store =>
            {
                LearntStates.ReplaceQuality(quality, await store.ReadDocumentAsync(LearntStates.QualityName(_instance), cancellationToken).ConfigureAwait(false));
                await LearntStates.ReplaceUsageAsync(usage, await store.ReadDocumentAsync(LearntStates.UsageName(_instance), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
            return (quality, usage);
        }
        catch (FormatException exception)
        {
            throw new ToolException($"{Place}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The state '{Place}' cannot be read: {exception.Message} Fix: give the file that QualityLearner.Export was written to.", exception);
        }
    }

    /// <summary>Writes both states back. A running application takes them over within minutes.</summary>
    public async Task WriteAsync(QualityLearner quality, UsageLearning usage, CancellationToken cancellationToken)
    {
        if (_state is not null)
        {
            // Written beside and moved: a file that cannot be written whole stays what it was.
            var beside = _state + ".new";
            await File.WriteAllTextAsync(beside, quality.Export(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
            File.Move(beside, _state, overwrite: true);
            return;
        }

        await StoreFile.UseAsync(
            _store!,
            async store =>
            {
                await store.WriteDocumentAsync(LearntStates.QualityName(_instance), quality.Tenants.Count == 0 ? null : quality.Export(), cancellationToken).ConfigureAwait(false);
                await store.WriteDocumentAsync(LearntStates.UsageName(_instance), await LearntStates.WriteUsageAsync(usage, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            },
            readOnly: false).ConfigureAwait(false);
    }
}
