namespace LanguageRouter.Signals;

/// <summary>The part of a request that a text belongs to.</summary>
internal enum RequestPart
{
    /// <summary>System prompts, instructions, tool definitions, response schemas.</summary>
    System,

    /// <summary>The turns before the last user message.</summary>
    History,

    /// <summary>The last user message and what follows it.</summary>
    Prompt,
}
