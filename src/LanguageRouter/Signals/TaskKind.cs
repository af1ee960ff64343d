namespace LanguageRouter.Signals;

/// <summary>What a request asks a model to do, as far as its words show.</summary>
public enum TaskKind
{
    /// <summary>No evidence for any kind.</summary>
    Unknown,

    /// <summary>A mathematical or word problem.</summary>
    Math,

    /// <summary>Logic, science or commonsense reasoning, among them multiple-choice questions that need it.</summary>
    Reasoning,

    /// <summary>Writing, explaining or repairing code whose identifiers and literals are English.</summary>
    Code,

    /// <summary>Code or a schema whose literals, keys or comments are Japanese and must stay so.</summary>
    CodeWithJapanese,

    /// <summary>Classification, natural language inference or paraphrase judgement.</summary>
    Classification,

    /// <summary>Extracting an answer or fields from a given text.</summary>
    Extraction,

    /// <summary>Summarising a given text.</summary>
    Summarization,

    /// <summary>Rewriting a text, among it keigo, e-mail and style.</summary>
    Rewriting,

    /// <summary>Free writing: stories, advertising, role play, essays.</summary>
    Creative,

    /// <summary>Haiku, puns, shiritori, idioms: the string itself is the object.</summary>
    Wordplay,

    /// <summary>Readings, kanji, grammar of Japanese words.</summary>
    Readings,

    /// <summary>Japanese culture, law, history or society.</summary>
    Culture,

    /// <summary>A question about a named entity: who, when, where, which work.</summary>
    Entity,

    /// <summary>World knowledge and explanations of it.</summary>
    WorldKnowledge,

    /// <summary>Translating or proofreading: the wording itself is the object.</summary>
    Translation,

    /// <summary>Greetings, thanks, chit-chat.</summary>
    SmallTalk,
}
