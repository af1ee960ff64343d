using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>One request of every task kind, written for comparing policies: what a policy does to them shows what it is for.</summary>
internal static class TypicalRequests
{
    private const string Passage =
        "日本の四季は、気温や降水量の変化がはっきりしていることで知られている。春には桜が咲き、夏には梅雨と強い日差しが続き、秋には紅葉が山を染め、冬には日本海側に多くの雪が降る。" +
        "こうした変化は農業や食文化、住まいの工夫に大きな影響を与えてきた。たとえば、保存食の発達や、風通しを考えた家の造りは、湿度の高い夏と乾いた冬の両方に備えるためのものである。";

    private static readonly string[] Texts =
    [
        "りんごが12個あります。3人で同じ数ずつ分けると、一人何個になりますか。",
        "AはBより背が高く、BはCより背が高い。いちばん背が低いのは誰か、理由とともに答えてください。",
        "Pythonで二分探索を実装してください。",
        "次の関数のエラーメッセージを日本語のまま直してください。\n```python\nraise ValueError(\"在庫がありません\")\n```",
        $"次の文章の感情を、肯定・否定・中立のどれかに分類してください。\n{Passage}",
        $"次の文章から季節の名前をすべて抜き出してください。\n{Passage}",
        $"次の文章を一文で要約してください。\n{Passage}",
        "次の文を取引先への丁寧なメールに書き換えてください。明日の会議は無理です。",
        "雨の日の喫茶店を舞台にした短い物語を書いてください。",
        "「夏の海」を題材に俳句を一句詠んでください。",
        "「生憎」の読み方を教えてください。",
        "お中元とお歳暮の違いを教えてください。",
        "『坊っちゃん』の作者は誰ですか。",
        "光合成の仕組みを説明してください。",
        "次の文を英語に訳してください。今日はいい天気ですね。",
        "こんにちは。元気ですか。",
        "経済",
        $"{Passage}\n{Passage}\n{Passage}\n{Passage}\nこの文章の内容について、三つの観点から詳しく論じてください。",
        "Explain how photosynthesis works.",
        "Write a function that reverses a linked list in C.",
    ];

    public static IEnumerable<ChatMessage[]> All => Texts.Select(text => new[] { new ChatMessage(ChatRole.User, text) });
}
