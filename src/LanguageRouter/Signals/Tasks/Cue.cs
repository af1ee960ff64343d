namespace LanguageRouter.Signals.Tasks;

/// <summary>What one phrase of the tables is evidence for: a task by itself, the form of a question, or a topic.</summary>
internal enum Cue : byte
{
    // Tasks that a phrase asks for outright. Protective kinds come first: they win ties.
    Translation,
    Wordplay,
    Rewriting,
    Code,
    Summarization,
    Extraction,
    Classification,
    Creative,
    Math,
    Reasoning,
    SmallTalk,

    // Forms of a question.
    Explain,
    Factoid,
    Quantity,
    Which,

    // Topics.
    Mathematics,
    Science,
    World,
    Japan,
    JapaneseLiterals,
    NumberWord,

    // A part of a request about wording, see Part.
    Part,
}
