namespace LanguageRouter.Signals.Tasks;

/// <summary>Counts the phrases of each register.</summary>
internal struct RegisterSink : IPhraseSink
{
    /// <summary>How many honorific or humble phrases there are.</summary>
    public int Honorific;

    /// <summary>How many polite phrases there are.</summary>
    public int Polite;

    /// <summary>How many plain phrases there are.</summary>
    public int Plain;

    /// <inheritdoc/>
    public void Found(int start, int length, int phrase)
    {
        switch (RegisterPhrases.RegisterOf(phrase))
        {
            case Register.Honorific:
                Honorific++;
                break;
            case Register.Polite:
                Polite++;
                break;
            default:
                Plain++;
                break;
        }
    }
}
