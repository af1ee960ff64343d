using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Learning;

/// <summary>What one learner has learnt, as a document of the store.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
/// <param name="name">The document's name.</param>
/// <param name="export">Gives the state as text; null where nothing was learnt.</param>
/// <param name="replace">Replaces the state by a text, or by nothing. Throws <see cref="FormatException"/> where it cannot be read, and leaves the state as it is.</param>
internal sealed class LearntDocument(string name, Func<CancellationToken, ValueTask<string?>> export, Func<string?, CancellationToken, ValueTask> replace)
{
    private string? _known;
    private bool _isRead;

    /// <summary>The document that keeps what could not be read, for people to look at.</summary>
    public string Unreadable => name + ".unreadable";

    /// <summary>What was wrong with the document that was there; null where it could be read.</summary>
    public string? Damage { get; private set; }

    /// <summary>Takes the state of the store over, the first time and where somebody else has changed it since.</summary>
    public async ValueTask ReadAsync(IRecordStore store, CancellationToken cancellationToken)
    {
        var kept = await store.ReadDocumentAsync(name, cancellationToken).ConfigureAwait(false);
        if (_isRead && kept == _known)
        {
            return;
        }

        try
        {
            if (_isRead || kept is not null)
            {
                await replace(kept, cancellationToken).ConfigureAwait(false);
                Damage = null;
            }
        }
        catch (FormatException exception)
        {
            Damage = $"'{name}' could not be read: {exception.Message} It is kept as '{Unreadable}'; learning began anew.";
            await store.WriteDocumentAsync(Unreadable, kept, cancellationToken).ConfigureAwait(false);
        }

        (_isRead, _known) = (true, kept);
    }

    /// <summary>Writes the state to the store where it has changed.</summary>
    public async ValueTask WriteAsync(IRecordStore store, CancellationToken cancellationToken)
    {
        var text = await export(cancellationToken).ConfigureAwait(false);
        if (_isRead && text != _known)
        {
            await store.WriteDocumentAsync(name, text, cancellationToken).ConfigureAwait(false);
            _known = text;
        }
    }
}
