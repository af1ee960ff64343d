namespace LanguageRouter.Tool;

/// <summary>The command cannot go on; the messages say what is wrong, where, and how to fix it.</summary>
internal sealed class ToolException : Exception
{
    public ToolException(string message, Exception? inner = null)
        : base(message, inner) => Messages = [message];

    public ToolException(IReadOnlyList<string> messages, Exception inner)
        : base(string.Join(Environment.NewLine, messages), inner) => Messages = messages;

    public IReadOnlyList<string> Messages { get; }
}
