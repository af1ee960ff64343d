namespace LanguageRouter.Tool;

/// <summary>What the command's exit code says; docs/tool.md promises these values.</summary>
internal static class ExitCodes
{
    /// <summary>Everything that was asked for was done.</summary>
    public const int Done = 0;

    /// <summary>Some lines could not be read, or the checked policy has mistakes; the rest was done.</summary>
    public const int Mistakes = 1;

    /// <summary>The command could not start: wrong arguments, an unreadable file, a configuration with mistakes.</summary>
    public const int Usage = 2;

    /// <summary>Interrupted, as shells count SIGINT.</summary>
    public const int Interrupted = 130;
}
