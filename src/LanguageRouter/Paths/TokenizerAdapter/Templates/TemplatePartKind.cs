namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>What one part of a chat template stands for.</summary>
internal enum TemplatePartKind
{
    /// <summary>Text of the template itself.</summary>
    Text,

    /// <summary>A control token, which exists only as an id.</summary>
    Control,

    /// <summary>A control token where the tokenizer has it, else the same words as text.</summary>
    Marker,

    /// <summary>The content of the message.</summary>
    Content,

    /// <summary>The content of the message without white space at its ends.</summary>
    TrimmedContent,

    /// <summary>The system message that is placed inside the first user message.</summary>
    System,
}
