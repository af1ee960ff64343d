namespace LanguageRouter.OpenAI.Configuration;

/// <summary>The field that limits the answer's length. An endpoint ignores the one that it does not know, and the answer has no limit.</summary>
internal enum OutputLimitField
{
    /// <summary><c>max_completion_tokens</c>: OpenAI, Azure, vLLM, llama.cpp.</summary>
    MaxCompletionTokens,

    /// <summary><c>max_tokens</c>, the older one: Ollama (issue ollama/ollama#7125) and other endpoints that stayed with it.</summary>
    MaxTokens,
}
