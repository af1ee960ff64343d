namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>What the text of an answer is taken from.</summary>
public enum AnswerForm
{
    /// <summary>The text that the server decoded: the default.</summary>
    Text,

    /// <summary>The ids, decoded by the adapter's own tokenizer; for servers that send ids alone.</summary>
    Ids,
}
