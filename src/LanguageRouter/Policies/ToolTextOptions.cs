namespace LanguageRouter.Policies;

/// <summary>Represents the configuration of what is prose in the calls and results of one tool.</summary>
public sealed class ToolTextOptions
{
    /// <summary>Gets or sets the names of the arguments that hold prose. Default: none, arguments stay byte for byte.</summary>
    public IList<string>? Arguments { get; set; }

    /// <summary>Gets or sets the names of the properties that hold prose in a result; <c>*</c> for a result that is a plain text. Default: none, results stay byte for byte.</summary>
    public IList<string>? Results { get; set; }
}
