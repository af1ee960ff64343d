using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>The reference sets as prompts: how an application would phrase a record, with and without an instruction.</summary>
/// <remarks>
/// The Japanese jhumaneval may be either kind of code: its names are English, its comments Japanese.
/// A record's phrasing is chosen by a hash of its id, and so is its half. Development halves were read while the phrases were written: elyza100 and mtbench-ja whole,
/// half of instruction_ja, tengu, niilc, jsquad and commonsense-moral; of the errors of jmmlu's half many, of mkqa's, mgsm's and jcommonsenseqa's halves all. Of jnli and jhumaneval
/// only the first two records were seen, and counts of confusions; of rakuda none. No text of an evaluation half was read, but its figures were watched while the phrases grew.
/// </remarks>
internal static class TaskSets
{
    private static readonly string[] ChoiceForms =
    [
        "{q}\nA. {0}\nB. {1}\nC. {2}\nD. {3}{e:\nE. }",
        "{q}\n1. {0}\n2. {1}\n3. {2}\n4. {3}{e:\n5. }",
        "次の質問に対する答えを選択肢から一つ選んでください。\n\n質問: {q}\n選択肢:\nA: {0}\nB: {1}\nC: {2}\nD: {3}{e:\nE: }",
        "{q}\n選択肢: {0}、{1}、{2}、{3}{e:、}",
        "{q}\n(a) {0} (b) {1} (c) {2} (d) {3}{e: (e) }",
        "以下は多肢選択問題です。正しい答えの記号だけを出力してください。\n{q}\n（ア）{0}\n（イ）{1}\n（ウ）{2}\n（エ）{3}{e:\n（オ）}",
    ];

    private static readonly string[] PassageForms =
    [
        "{c}\n\n{q}",
        "次の文章を読んで、質問に答えてください。\n\n{c}\n\n質問: {q}",
        "文脈: {c}\n質問: {q}\n答え:",
        "{q}\n\n{c}",
        "以下の資料だけを使って答えて。\n---\n{c}\n---\n{q}",
    ];

    private static readonly string[] PairForms =
    [
        "前提: {a}\n仮説: {b}\n関係を entailment, contradiction, neutral のどれかで答えてください。",
        "次の2つの文の関係を、含意・矛盾・中立のいずれかに分類してください。\n文1: {a}\n文2: {b}",
        "文1「{a}」から文2「{b}」が言えますか？「はい」か「いいえ」か「どちらとも言えない」で判定して。",
        "Premise: {a}\nHypothesis: {b}\nLabel (entailment/neutral/contradiction):",
    ];

    private static readonly string[] MoralForms =
    [
        "次の行為は道徳的に許容されますか。0（許容できる）か1（許容できない）で答えてください。\n{q}",
        "「{q}」これは常識的に考えて問題のある行動ですか？",
        "以下の文が倫理的に正しいかどうかを判定してください。\n文: {q}\nラベル:",
        "{q}\n\n上の行動を「良い」「悪い」のどちらかに分類して",
    ];

    private static readonly string[] CodeForms =
    [
        "{q}",
        "次のPythonの関数を完成させてください。\n```python\n{q}\n```",
        "以下の関数の続きを書いて\n\n{q}",
        "{q}\n\n上の関数を実装して、テストも付けてください。",
    ];

    private static readonly string[] MathForms = ["{q}", "次の問題を解いてください。\n{q}", "問題: {q}\n答え:", "{q}\nステップごとに考えて、最後に数字だけで答えてください。"];

    private static readonly string[] QuestionForms = ["{q}", "質問: {q}", "次の質問に短く答えてください。\n{q}", "{q}"];

    private static readonly string[] SummaryForms =
    [
        "次の文章を要約してください。\n\n{q}",
        "{q}\n\n上の文章の要点を3つの箇条書きにまとめてください。",
        "以下を100字以内でまとめて。\n{q}",
        "Summarize the following in one sentence.\n\n{q}",
    ];

    private static readonly string[] IntoJapaneseForms = ["次の英文を日本語に翻訳してください。\n\n{q}", "{q}\n\n↑日本語にして", "Translate into Japanese: {q}", "この英文の和訳をお願いします。「{q}」"];

    private static readonly string[] IntoEnglishForms = ["次の文を英訳してください。\n\n{q}", "Translate this to English.\n{q}", "{q}\n\nを自然な英語に直して", "「{q}」を英語で言うと？"];

    public static IEnumerable<TaskItem> All(EvaluationOptions options)
    {
        foreach (var record in Read(options, "ja-prompts/jmmlu.jsonl"))
        {
            var id = Text(record, "id");
            yield return new TaskItem("jmmlu", Choice(record, id), SubjectKinds.Of(Text(record, "subject")), IsDevelopment(id));
            yield return new TaskItem("jmmlu (bare question)", Text(record, "q"), SubjectKinds.Of(Text(record, "subject")), IsDevelopment(id));
        }

        foreach (var record in Read(options, "ja-prompts/jcommonsenseqa-valid.jsonl"))
        {
            var id = Text(record, "id");
            yield return new TaskItem("jcommonsenseqa", Choice(record, id), TaskKind.Reasoning, IsDevelopment(id));
        }

        foreach (var (file, set) in new[] { ("ja-prompts/niilc-test.jsonl", "niilc"), ("ja-prompts/mkqa-ja-500.jsonl", "mkqa") })
        {
            foreach (var record in Read(options, file))
            {
                var id = Text(record, "id");
                yield return new TaskItem(set, Form(QuestionForms, id, Text(record, set == "mkqa" ? "ja" : "q")), TaskKind.Entity, IsDevelopment(id));
                if (set == "mkqa")
                {
                    yield return new TaskItem("mkqa (English)", Text(record, "en_google"), TaskKind.Entity, IsDevelopment(id));
                }
            }
        }

        foreach (var record in Read(options, "ja-prompts/jsquad-valid-1perparagraph.jsonl"))
        {
            var id = Text(record, "id");
            var text = Pick(PassageForms, id).Replace("{c}", Text(record, "context"), StringComparison.Ordinal).Replace("{q}", Text(record, "q"), StringComparison.Ordinal);
            yield return new TaskItem("jsquad", text, TaskKind.Extraction, IsDevelopment(id));
            yield return new TaskItem("jsquad (summary asked)", Form(SummaryForms, id, Text(record, "context")), TaskKind.Summarization, IsDevelopment(id));
        }

        foreach (var record in Read(options, "ja-en-parallel/flores-devtest.jsonl").Take(400))
        {
            var (ja, en) = (Text(record, "ja"), Text(record, "en"));
            var english = (Hash(en)[1] & 1) == 0;
            yield return new TaskItem("flores (translation asked)", english ? Form(IntoJapaneseForms, en, en) : Form(IntoEnglishForms, en, ja), TaskKind.Translation, IsDevelopment(en));
        }

        foreach (var record in Read(options, "ja-prompts/jnli-valid.jsonl"))
        {
            var id = Text(record, "id");
            var text = Pick(PairForms, id).Replace("{a}", Text(record, "s1"), StringComparison.Ordinal).Replace("{b}", Text(record, "s2"), StringComparison.Ordinal);
            yield return new TaskItem("jnli", text, TaskKind.Classification, IsDevelopment(id));
        }

        foreach (var record in Read(options, "ja-prompts/commonsense-moral-test.jsonl"))
        {
            var id = Text(record, "id");
            yield return new TaskItem("commonsense-moral", Form(MoralForms, id, Text(record, "text")), TaskKind.Classification, IsDevelopment(id));
        }

        foreach (var record in Read(options, "ja-prompts/jhumaneval.jsonl"))
        {
            var id = Text(record, "task_id");
            yield return new TaskItem("jhumaneval", Form(CodeForms, id, Text(record, "prompt")), TaskKind.Code, IsDevelopment(id), TaskKind.CodeWithJapanese);
            yield return new TaskItem("jhumaneval (English)", Text(record, "prompt_en"), TaskKind.Code, IsDevelopment(id));
        }

        foreach (var record in Read(options, "mgsm-ja-en/mgsm.jsonl"))
        {
            var id = Text(record, "item_id");
            yield return new TaskItem("mgsm", Form(MathForms, id, Text(record, "ja")), TaskKind.Math, IsDevelopment(id));
            yield return new TaskItem("mgsm (English)", Text(record, "en"), TaskKind.Math, IsDevelopment(id));
        }

        foreach (var record in Read(options, "ja-prompts/instruction_ja.jsonl"))
        {
            // The English side decides which kind is expected of the Japanese, so that the label does not come from the text that is judged.
            var id = Text(record, "id");
            var english = record.GetProperty("en")[0].GetString()!;
            var fact = SubjectKinds.AsksForFact(english);
            yield return new TaskItem("instruction_ja", record.GetProperty("ja")[0].GetString()!, TaskKind.WorldKnowledge, IsDevelopment(id), fact ? TaskKind.Entity : null);
            yield return new TaskItem("instruction_ja (English)", english, TaskKind.WorldKnowledge, IsDevelopment(id), fact ? TaskKind.Entity : null);
        }

        foreach (var record in Read(options, "ja-prompts/mtbench-ja.jsonl"))
        {
            var (kind, also) = SubjectKinds.OfMtBench(Text(record, "category"));
            yield return new TaskItem("mtbench-ja", record.GetProperty("turns_ja")[0].GetString()!, kind, true, also);
        }

        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in Read(options, "ja-outcomes/outcomes-gpt-4.1.jsonl"))
        {
            if (record.GetProperty("category").GetString() is { } category)
            {
                categories[Text(record, "item_id")] = category;
            }
        }

        foreach (var record in Read(options, "ja-outcomes/items.jsonl"))
        {
            var (set, id) = (Text(record, "benchmark"), Text(record, "item_id"));
            if (set is "rakuda" or "tengu" && SubjectKinds.OfOutcome(categories.GetValueOrDefault(id)) is { } kinds)
            {
                yield return new TaskItem(set, Text(record, "prompt_ja"), kinds.Kind, set == "tengu" && IsDevelopment(id), kinds.Also);
            }
        }
    }

    private static IEnumerable<JsonElement> Read(EvaluationOptions options, string file) =>
        File.ReadLines(options.PathOf(file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;

    private static bool IsDevelopment(string id) => (Hash(id)[^1] & 1) == 0;

    private static string Pick(string[] forms, string id) => forms[Hash(id)[0] % forms.Length];

    [SuppressMessage("Security", "CA5351", Justification = "A stable split of ids, no secret.")]
    private static byte[] Hash(string id) => MD5.HashData(Encoding.UTF8.GetBytes(id));

    private static string Form(string[] forms, string id, string question) => Pick(forms, id).Replace("{q}", question, StringComparison.Ordinal);

    private static string Choice(JsonElement record, string id)
    {
        var form = Form(ChoiceForms, id, Text(record, "q"));
        var choices = record.GetProperty("choices").EnumerateArray().Select(choice => choice.ToString()).ToArray();
        for (var i = 0; i < 4; i++)
        {
            form = form.Replace($"{{{i}}}", choices[i], StringComparison.Ordinal);
        }

        var fifth = form.IndexOf("{e:", StringComparison.Ordinal);
        return form[..fifth] + (choices.Length > 4 ? form[(fifth + 3)..^1] + choices[4] : "");
    }
}
