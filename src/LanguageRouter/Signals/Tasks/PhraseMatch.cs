namespace LanguageRouter.Signals.Tasks;

/// <summary>A phrase that stands in a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Phrase">Its index in its list.</param>
/// <param name="Length">Its characters.</param>
/// <param name="Set">Its list.</param>
internal readonly record struct PhraseMatch(ushort Start, ushort Phrase, byte Length, PhraseSet Set)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}
