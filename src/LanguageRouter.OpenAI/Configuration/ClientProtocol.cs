namespace LanguageRouter.OpenAI.Configuration;

/// <summary>What is said to an endpoint.</summary>
internal enum ClientProtocol
{
    /// <summary>Chat completions.</summary>
    Chat,
}
