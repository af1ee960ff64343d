namespace LanguageRouter.Tool;

/// <summary>Opens the files that arguments name; <c>-</c> is standard input or output.</summary>
internal static class FileArguments
{
    public const string Standard = "-";

    /// <summary>Opens a file to read.</summary>
    /// <exception cref="ToolException">It cannot be opened.</exception>
    public static Stream OpenInput(string path, Terminal terminal)
    {
        if (path == Standard)
        {
            return terminal.Input;
        }

        try
        {
            return new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The input '{path}' cannot be read: {exception.Message} Fix: give the path of a JSON Lines file, or - for standard input.", exception);
        }
    }

    /// <summary>Creates a file to write.</summary>
    /// <exception cref="ToolException">It cannot be created, or is the input itself.</exception>
    public static LineOutput CreateOutput(string path, string input, Terminal terminal)
    {
        if (path == Standard)
        {
            return new LineOutput(terminal.Output, leaveOpen: true);
        }

        if (input != Standard && Path.GetFullPath(path) == Path.GetFullPath(input))
        {
            throw new ToolException($"The output '{path}' is the input itself. Fix: name another file.");
        }

        try
        {
            return new LineOutput(new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous }), leaveOpen: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The output '{path}' cannot be written: {exception.Message} Fix: name a file in a folder that exists, or - for standard output.", exception);
        }
    }
}
