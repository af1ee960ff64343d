using System.Buffers;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Builds the sets that nobody publishes: instructions over material of another language, prompts with code, half-width katakana, mixed scripts.</summary>
/// <remarks>Everything is derived by rule from the reference data; the instructions are written here. Order and choice are fixed, so every run measures the same texts.</remarks>
internal static class BuiltSets
{
    private static readonly SearchValues<char> CodeSigns = SearchValues.Create("{}=<>;\\`$_|");

    private static readonly string[] JapaneseBefore =
    [
        "次の英文を日本語に訳してください。\n\n{0}", "以下の文章を3行で要約してください：\n{0}", "この英文の文法を直して。\n\n{0}", "次の英語のメールに丁寧に返信する文面を考えてください。\n---\n{0}\n---", "{0}\n\nこれはどういう意味ですか？",
        "{0}\n\n上の文を和訳して", "「{0}」を訳して", "下記テキストから固有名詞を抜き出し、一覧にせよ。\n{0}", "以下を読んで、筆者の主張を説明しなさい。{0}", "英文: {0}\n問い: 主語はどれか。", "和訳\n{0}", "この記事のタイトルを考えて\n\n\"{0}\"",
        "次の文の主旨を一言で。 {0}", "{0}\n\n要点を箇条書きでお願いします", "添削お願いします\n{0}",
    ];

    // Written after the constants were chosen, to see whether other wordings hold.
    private static readonly string[] JapaneseOther =
    [
        "{0}\n日本語にすると？", "これ訳せる？→ {0}", "{0} ←この文の意味", "英文メールの下書きです。もっと丁寧にしてもらえますか。\n\n{0}", "【本文】\n{0}\n【質問】本文の内容と合っているものを選びなさい。", "レビューの感情を「肯定」「否定」で答えて。\nレビュー: {0}",
        "{0}\n\n---\n上記のニュースについて小学生にもわかるように", "この段落、AIっぽくないですか？\n> {0}", "Q. 次の文で筆者が言いたいことは。\n{0}", "{0}　この英語おかしくない？", "中学生向けに要約版を作ってほしいです。原文は以下。\n{0}", "固有名詞だけカタカナに\n{0}",
    ];

    private static readonly string[] EnglishOther =
    [
        "I received this message from my landlord, what is he saying?\n\n{0}", "{0}\n\nTranslation please", "Read the following Japanese text and tell me whether it is formal or casual.\n{0}", "Add furigana to this: {0}", "TL;DR in English:\n{0}", "{0} <- is this grammatical?",
        "I'm studying for the JLPT. Break down every word here:\n{0}", "Sentiment (positive/negative)?\nText: {0}",
    ];

    private static readonly string[] EnglishBefore =
    [
        "Translate the following text into English:\n\n{0}", "Please summarize this passage in three lines.\n{0}", "{0}\n\nWhat does this mean?", "Explain the grammar of this sentence: {0}", "What is the topic of the text below?\n---\n{0}\n---",
        "Rewrite this politely: \"{0}\"", "Can you correct my Japanese? {0}", "How would a native speaker say \"{0}\"?",
    ];

    private static readonly string[] ChineseBefore = ["请把下面的句子翻译成中文：\n{0}", "请总结以下内容：\n\n{0}", "{0}\n\n这句话是什么意思？", "帮我修改这段文字。\n{0}"];

    private static readonly string[] KoreanBefore = ["다음 문장을 한국어로 번역해 주세요.\n{0}", "{0}\n\n이 글을 요약해 줘", "아래 글의 주제는 무엇입니까?\n\n{0}"];

    public static IEnumerable<LanguageCase> All(EvaluationOptions options)
    {
        var english = ReferenceTexts.Read(options, "ja-en-parallel/flores-devtest.jsonl", "en");
        var japanese = ReferenceTexts.Read(options, "ja-en-parallel/flores-devtest.jsonl", "ja");
        var paragraphs = english.Chunk(4).Select(part => string.Join(' ', part)).ToList();
        var meetings = ReferenceTexts.Read(options, "ja-en-parallel/ami.jsonl", "en").Where(text => text.Length > 60).ToList();
        var problems = ReferenceTexts.Read(options, "mgsm-ja-en/mgsm.jsonl", "en");
        var code = ReferenceTexts.Read(options, "ja-prompts/jhumaneval.jsonl", "prompt_en");
        var japaneseCode = ReferenceTexts.Read(options, "ja-prompts/jhumaneval.jsonl", "prompt");
        return
        [
            .. Frame("ja instruction + en passage", "ja", JapaneseBefore, [.. english, .. paragraphs, .. problems]),
            .. Frame("ja + en passage, other wordings", "ja", JapaneseOther, [.. english, .. paragraphs, .. meetings]),
            .. Frame("en instruction + ja passage", "en", EnglishBefore, japanese),
            .. Frame("en + ja passage, other wordings", "en", EnglishOther, japanese),
            .. Frame("zh instruction + ja passage", "zh-Hans", ChineseBefore, japanese),
            .. Frame("zh instruction + en passage", "zh-Hans", ChineseBefore, english),
            .. Frame("ko instruction + ja passage", "ko", KoreanBefore, japanese),
            .. Frame("ko instruction + en passage", "ko", KoreanBefore, english),
            .. PromptWithCode(options, code, japaneseCode),
            .. HalfWidth(options),
            .. Mixed(options),
        ];
    }

    private static IEnumerable<LanguageCase> Frame(string set, string language, string[] frames, List<string> passages) =>
        passages.Select((passage, i) => new LanguageCase(set, language, frames[i % frames.Length].Replace("{0}", passage, StringComparison.Ordinal)));

    private static IEnumerable<LanguageCase> PromptWithCode(EvaluationOptions options, List<string> code, List<string> japaneseCode)
    {
        string[] questions = ["このコードを説明してください。", "次の関数のバグを直して", "計算量はどうなりますか？", "以下のPythonコードにテストを書いてください：", "この関数をC#に書き換えて", "何をする関数？"];
        for (var i = 0; i < code.Count; i++)
        {
            var question = questions[i % questions.Length];
            yield return new LanguageCase("ja prompt + fenced code", "ja", $"{question}\n\n```python\n{code[i]}```");
            yield return new LanguageCase("ja prompt + bare code", "ja", $"{question}\n\n{code[i]}");
            yield return new LanguageCase("ja prompt + bare code", "ja", $"{code[i]}\n{questions[(i + 1) % questions.Length]}");
            yield return new LanguageCase("code with ja docstring", "ja", japaneseCode[i]);
            yield return new LanguageCase("en code (not ja)", "en", code[i]);
            yield return new LanguageCase("en prompt + ja-docstring code", "en", $"Please explain what this function does.\n\n```python\n{japaneseCode[i]}```");
        }
    }

    private static IEnumerable<LanguageCase> HalfWidth(EvaluationOptions options)
    {
        foreach (var text in ReferenceTexts.Read(options, "ja-en-parallel/flores-devtest.jsonl", "ja"))
        {
            yield return new LanguageCase("half-width katakana, sentence", "ja", Widths.ToHalfWidthKatakana(text));
            foreach (var run in Widths.KatakanaRuns(text))
            {
                yield return new LanguageCase("half-width katakana, run alone", "ja", Widths.ToHalfWidthKatakana(run));
            }
        }
    }

    /// <summary>Real lines of Japanese prompts and answers whose letters are 30 to 85 percent Latin.</summary>
    private static IEnumerable<LanguageCase> Mixed(EvaluationOptions options)
    {
        List<string> texts =
        [
            .. ReferenceTexts.Read(options, "ja-prompts/instruction_ja.jsonl", "ja"), .. ReferenceTexts.Read(options, "ja-prompts/jmmlu.jsonl", "q"), .. ReferenceTexts.Read(options, "ja-prompts/mtbench-ja.jsonl", "turns_ja"),
            .. ReferenceTexts.Read(options, "ja-outcomes/items.jsonl", "prompt_ja"), .. ReferenceTexts.Read(options, "ja-answers/gpt-4o-2024-11-20.jsonl", "answer"),
        ];
        foreach (var line in texts.SelectMany(text => text.Split('\n')).Where(line => line.Length is >= 12 and <= 400).Distinct())
        {
            var latin = line.Count(char.IsAsciiLetter);
            var kana = line.Count(c => c is >= '\u3041' and <= '\u30FE');
            var east = line.Count(c => c is >= '\u3041' and <= '\u9FFF' and not '・');
            var share = (double)latin / Math.Max(1, latin + east);
            var code = line.AsSpan().ContainsAny(CodeSigns);
            if (share is >= 0.3 and <= 0.85 && kana >= 2 && !code)
            {
                yield return new LanguageCase("mixed 30-85 % Latin, real lines", "ja", line);
            }
        }

        // Parallel sentences: an English clause inside a Japanese sentence.
        var english = ReferenceTexts.Read(options, "ja-en-parallel/flores-devtest.jsonl", "en");
        string[] frames = ["{0}という表現は自然ですか？", "{0}の{1}って何？", "授業で{0}を使って{1}と説明されました。", "Slackで {0} と書かれたのですが、どう返せばいいですか", "{0} と {1} の違いを教えて", "「{0}」のニュアンスを知りたい"];
        for (var i = 0; i < english.Count; i++)
        {
            var words = english[i].Split(' ');
            var first = string.Join(' ', words.Take(4 + (i % 3)));
            var second = string.Join(' ', words.Skip(Math.Max(0, words.Length - 3)));
            yield return new LanguageCase("mixed 30-85 % Latin, built", "ja", frames[i % frames.Length].Replace("{0}", first, StringComparison.Ordinal).Replace("{1}", second.TrimEnd('.', '"'), StringComparison.Ordinal));
        }
    }
}
