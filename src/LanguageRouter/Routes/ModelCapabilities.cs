namespace LanguageRouter.Routes;

/// <summary>What a model accepts beyond plain text.</summary>
[Flags]
public enum ModelCapabilities
{
    /// <summary>Plain text alone.</summary>
    None = 0,

    /// <summary>Tool definitions and calls.</summary>
    Tools = 1,

    /// <summary>Answers as JSON or after a JSON schema.</summary>
    Json = 2,

    /// <summary>Images in the input.</summary>
    Vision = 4,

    /// <summary>Audio in the input.</summary>
    Audio = 8,

    /// <summary>Files other than images and audio in the input.</summary>
    Files = 16,
}
