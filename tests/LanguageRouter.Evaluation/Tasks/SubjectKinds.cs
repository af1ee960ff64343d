using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Which kind the label of a set stands for.</summary>
/// <remarks>
/// jmmlu follows MMLU's own division: mathematics and statistics are math; the other STEM subjects, formal logic, logical fallacies and econometrics are reasoning;
/// humanities, social sciences, medicine and business are world knowledge; Japanese history is culture.
/// </remarks>
internal static class SubjectKinds
{
    private static readonly HashSet<string> Mathematics = new(StringComparer.Ordinal)
    {
        "abstract_algebra", "college_mathematics", "elementary_mathematics", "high_school_mathematics", "high_school_statistics",
    };

    private static readonly HashSet<string> Science = new(StringComparer.Ordinal)
    {
        "formal_logic", "logical_fallacies", "econometrics", "astronomy", "college_biology", "college_chemistry", "college_computer_science", "college_physics", "computer_security",
        "conceptual_physics", "electrical_engineering", "high_school_biology", "high_school_chemistry", "high_school_computer_science", "high_school_physics", "machine_learning",
    };

    private static readonly string[] FactStarts = ["who ", "when ", "which ", "where ", "what year", "what is the name", "what was the", "how many", "in what year", "at what age", "what day"];

    public static TaskKind Of(string subject)
    {
        return subject == "japanese_history" ? TaskKind.Culture
            : Mathematics.Contains(subject) ? TaskKind.Math
            : Science.Contains(subject) ? TaskKind.Reasoning
            : TaskKind.WorldKnowledge;
    }

    public static bool AsksForFact(string english) =>
        Array.Exists(FactStarts, start => english.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        || english.Contains("number 1", StringComparison.Ordinal) || english.Contains("of all time", StringComparison.Ordinal);

    public static (TaskKind Kind, TaskKind? Also) OfMtBench(string category)
    {
        return category switch
        {
            "math" => (TaskKind.Math, null),
            "reasoning" => (TaskKind.Reasoning, TaskKind.Math),
            "coding" => (TaskKind.Code, null),
            "extraction" => (TaskKind.Extraction, TaskKind.Classification),
            "roleplay" => (TaskKind.Creative, null),
            "writing" => (TaskKind.Creative, TaskKind.Rewriting),
            "humanities" => (TaskKind.WorldKnowledge, TaskKind.Culture),
            _ => (TaskKind.WorldKnowledge, TaskKind.Reasoning),
        };
    }

    public static (TaskKind Kind, TaskKind? Also)? OfOutcome(string? category)
    {
        return category switch
        {
            "地理" or "政治" or "歴史" or "社会" => (TaskKind.Culture, null),
            "日本" => (TaskKind.Culture, TaskKind.Entity),
            "法律判断" or "建設" or "ビジネス" => (TaskKind.Culture, TaskKind.WorldKnowledge),
            "論理パズル" => (TaskKind.Reasoning, TaskKind.Math),
            "アイデア生成" or "プロジェクト作成" => (TaskKind.Creative, TaskKind.WorldKnowledge),
            "会話要約" or "長い文書要約（千トークン以上）" => (TaskKind.Summarization, null),
            "敬語" => (TaskKind.Rewriting, null),
            "架空の質問" => (TaskKind.WorldKnowledge, null),
            "抽出" or "長い文書のClosed QA（千トークン以上）" => (TaskKind.Extraction, null),
            "ダジャレ" => (TaskKind.Wordplay, null),
            "数学" => (TaskKind.Math, null),
            "雑談" => (TaskKind.SmallTalk, TaskKind.WorldKnowledge),
            "翻訳" => (TaskKind.Translation, null),
            _ => null,
        };
    }
}
