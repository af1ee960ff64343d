namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Whose reading of a SentencePiece model a server's own tokenizer follows; the ids that are sent are always SentencePiece's.</summary>
internal enum TokenizerReading
{
    /// <summary>SentencePiece's own: vLLM and other servers over Hugging Face tokenizers.</summary>
    SentencePiece,

    /// <summary>llama.cpp's, which has no byte pieces in Unigram vocabularies.</summary>
    LlamaCpp,
}
