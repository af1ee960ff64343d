namespace HelloRouter;

/// <summary>Requests that tell the paths apart.</summary>
internal static class Prompts
{
    public static readonly (string About, string Text)[] All =
    [
        ("word problem", "りんごが12個あります。3人で同じ数ずつ分けて、そのあと1人が2個食べました。その人には何個残っていますか。"),
        ("world knowledge", "光合成の仕組みを、高校生にも分かるように説明してください。"),
        ("keigo", "次の文を敬語に書き直してください。「明日行くから、駅で待ってて」"),
        ("culture", "初詣の正しい参拝の作法を教えてください。"),
        ("code", "次のPythonの関数の誤りを直してください。\n```python\ndef add(a, b):\n    return a - b\n```"),
        ("translation", "次の文を英語に翻訳してください。「猫の手も借りたいほど忙しい」"),
        ("wordplay", "「布団」を使っただじゃれを三つ考えてください。"),
        ("classification", "次の感想が肯定的か否定的かを分類してください。「配達は遅かったが、品物にはとても満足している」"),
        ("answer in English", "日本の消費税の仕組みについて、英語で答えてください。"),
        ("English", "Explain the difference between a mutex and a semaphore in two sentences."),
        ("Chinese", "请用简单的语言解释一下什么是通货膨胀。"),
        ("romaji", "nihon de ichiban takai yama no namae o oshiete kudasai"),
        ("kanji alone", "東京都新宿区役所所在地"),
        ("either language", "北京大学図書"),
        ("long summary", "次の文章を三行で要約してください。\n\n" + Article),
    ];

    private const string Article =
        "図書館の予約システムを新しくする計画が進んでいる。現在の仕組みでは、利用者が本を予約すると受付の担当者が手作業で確認し、電話で連絡している。" +
        "この方法は丁寧だが、一日の予約が百件を超えると連絡が翌日以降になり、利用者から不満の声が上がっていた。新しい仕組みでは、予約から通知までを自動にし、" +
        "担当者は例外だけを確認する。導入には八か月と千二百万円がかかる見込みで、来年四月の利用開始を目指している。一方で、高齢の利用者からは電話による連絡を" +
        "残してほしいという要望もあり、図書館は当面のあいだ両方の方法を併用することにした。併用の期間と終了の条件は、利用の状況を半年ごとに調べたうえで決めるという。";
}
