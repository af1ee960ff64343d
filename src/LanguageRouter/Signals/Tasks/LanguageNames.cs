namespace LanguageRouter.Signals.Tasks;

/// <summary>The names under which people ask for a language, and its tag.</summary>
internal static class LanguageNames
{
    private static readonly (string Tag, string Names)[] Languages =
    [
        ("en", "英語|英文|イングリッシュ|english|米語"),
        ("ja", "日本語|和文|にほんご|japanese|ジャパニーズ"),
        ("zh", "中国語|中文|北京語|普通話|mandarin|chinese"),
        ("zh-Hans", "簡体字|簡体字中国語|簡体中国語|中国語(簡体|simplified chinese"),
        ("zh-Hant", "繁体字|繁体字中国語|繁体中国語|台湾華語|中国語(繁体|traditional chinese"),
        ("yue", "広東語|cantonese"),
        ("ko", "韓国語|朝鮮語|ハングル|korean"),
        ("fr", "フランス語|仏語|french"),
        ("de", "ドイツ語|独語|german"),
        ("es", "スペイン語|西語|spanish"),
        ("pt", "ポルトガル語|portuguese"),
        ("it", "イタリア語|伊語|italian"),
        ("ru", "ロシア語|露語|russian"),
        ("uk", "ウクライナ語|ukrainian"),
        ("ar", "アラビア語|arabic"),
        ("hi", "ヒンディー語|ヒンズー語|hindi"),
        ("th", "タイ語"),
        ("vi", "ベトナム語|vietnamese"),
        ("id", "インドネシア語|indonesian"),
        ("ms", "マレー語|malay"),
        ("fil", "フィリピノ語|タガログ語|tagalog|filipino"),
        ("tr", "トルコ語|turkish"),
        ("nl", "オランダ語|dutch"),
        ("sv", "スウェーデン語|swedish"),
        ("pl", "ポーランド語"),
        ("el", "ギリシャ語|ギリシア語"),
        ("he", "ヘブライ語|hebrew"),
        ("fa", "ペルシャ語|ペルシア語"),
        ("la", "ラテン語|latin"),
        ("my", "ミャンマー語|ビルマ語"),
        ("ne", "ネパール語"),
        ("fi", "フィンランド語"),
        ("eo", "エスペラント語|エスペラント|esperanto"),
    ];

    // One word that is a request to translate: its target is the language of the answer.
    private static readonly (string Tag, string Names)[] Targets =
    [
        ("en", "英訳|英語訳|和文英訳|日英翻訳|英作文"),
        ("ja", "和訳|日本語訳|邦訳|英文和訳|英日翻訳|現代語訳|口語訳"),
        ("zh", "中国語訳|中訳"),
        ("ko", "韓国語訳|韓訳"),
        ("fr", "仏訳|フランス語訳"),
        ("de", "独訳|ドイツ語訳"),
        ("es", "スペイン語訳|西訳"),
    ];

    // Requests written in the language itself.
    private static readonly (string Tag, string Names)[] Native =
    [
        ("fr", "réponds en français|répondez en français|en français s'il"),
        ("de", "auf deutsch antworten|antworte auf deutsch|bitte auf deutsch"),
        ("es", "responde en español|en español por favor|contesta en español"),
        ("zh", "请用中文|用中文回答|请用汉语|用中文写|請用中文"),
        ("en", "请用英语|用英语回答|用英文回答|請用英文|영어로 대답|영어로 답"),
        ("ja", "请用日语|用日语回答|用日文回答|請用日文|일본어로 대답|일본어로 답"),
        ("ko", "한국어로"),
    ];

    /// <summary>Every name with its tag and use; a match of <see cref="PhraseSet.Languages"/> gives an index into them.</summary>
    public static readonly LanguageName[] All =
    [
        .. Names(Languages, LanguageNameUse.Language),
        .. Names(Targets, LanguageNameUse.TranslationInto),
        .. Names(Native, LanguageNameUse.Request),
    ];

    /// <summary>The names alone, in the same order.</summary>
    public static readonly IReadOnlyList<string> Texts = All.Select(name => name.Text).ToArray();

    private static IEnumerable<LanguageName> Names((string Tag, string Names)[] groups, LanguageNameUse use) =>
        groups.SelectMany(group => group.Names.Split('|').Select(text => new LanguageName(text, group.Tag, use)));
}
