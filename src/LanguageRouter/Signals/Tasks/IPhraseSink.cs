namespace LanguageRouter.Signals.Tasks;

/// <summary>Receives the phrases that a scan finds, in the order of their start, the longest first.</summary>
internal interface IPhraseSink
{
    /// <summary>Takes one phrase found.</summary>
    /// <param name="start">Where it starts in the scanned text.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="phrase">Its index in the table's list.</param>
    void Found(int start, int length, int phrase);
}
