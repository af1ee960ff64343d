namespace LanguageRouter.OpenAI.Configuration;

/// <summary>What is said to an endpoint.</summary>
internal enum ClientProtocol
{
    /// <summary>Chat completions.</summary>
    Chat,

    /// <summary>Completions of prompts in the model's own token ids (<c>/v1/completions</c>, as vLLM has it); adapters by model name.</summary>
    TokenIds,

    /// <summary>The same through llama.cpp's own <c>/completion</c>.</summary>
    TokenIdsLlamaCpp,
}
