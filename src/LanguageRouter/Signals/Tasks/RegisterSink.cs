namespace LanguageRouter.Signals.Tasks;

/// <summary>Counts the phrases of each register.</summary>
internal struct RegisterSink
{
    /// <summary>How many honorific or humble phrases there are.</summary>
    public int Honorific;

    /// <summary>How many polite phrases there are.</summary>
    public int Polite;

    /// <summary>How many plain phrases there are.</summary>
    public int Plain;

    /// <summary>Counts a phrase.</summary>
    /// <param name="phrase">Its index in <see cref="RegisterPhrases.All"/>.</param>
    public void Found(int phrase)
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
