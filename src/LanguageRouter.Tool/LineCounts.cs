namespace LanguageRouter.Tool;

/// <summary>How many lines a run read, and how many it could not.</summary>
internal readonly record struct LineCounts(int Done, int Unread)
{
    public int ExitCode => Unread == 0 ? ExitCodes.Done : ExitCodes.Mistakes;
}
