namespace LanguageRouter.Tool.Reviewing;

/// <summary>Creates the file that an argument names; <c>-</c> is standard output.</summary>
internal static class OutputFile
{
    /// <exception cref="ToolException">It cannot be created.</exception>
    public static Stream Create(string path, Terminal terminal)
    {
        if (path == FileArguments.Standard)
        {
            return terminal.Output;
        }

        try
        {
            return File.Create(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The output '{path}' cannot be written: {exception.Message} Fix: name a file in a folder that exists, or - for standard output.", exception);
        }
    }
}
