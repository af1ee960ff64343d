namespace LanguageRouter.Tokens;

/// <summary>Where a text stands in a prompt.</summary>
public enum TextPosition
{
    /// <summary>At the start, or after a control token that starts anew: a tokenizer that puts a space before texts does so.</summary>
    Start,

    /// <summary>After other tokens: nothing is put before it.</summary>
    Continuation,
}
