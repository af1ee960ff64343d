namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Requests to translate or to proofread that one phrase shows: translating these before they are answered destroys them.</summary>
internal static class TranslationPhrases
{
    public static readonly PhraseGroup[] Groups =
    [
        new(Cue.Translation, PhraseUse.Asked, 100, 0,
            """
            翻訳|英訳|和訳|日本語訳|英語訳|中国語訳|韓国語訳|フランス語訳|ドイツ語訳|スペイン語訳|ポルトガル語訳|イタリア語訳|ロシア語訳|仏訳|独訳|対訳|逐語訳|全訳|抄訳|現代語訳|口語訳|中訳|韓訳|邦訳|ほんやく|
            ポストエディット|トランスレート|ローカライズ|英文和訳|和文英訳|英作文|逆翻訳|試訳|下訳|訳出|字幕翻訳|書き下し文
            """),
        new(Cue.Translation, PhraseUse.Asked, 92, 0,
            "校正|添削|校閲|誤字脱字チェック|誤字チェック|文法チェック|スペルチェック|プルーフリード|プルーフリーディング|ネイティブチェック|文章チェック|原稿チェック|英文チェック|英語チェック|日本語チェック|誤字脱字の確認|誤字脱字の修正|翻訳チェック|訳し|やくし"),
        new(Cue.Translation, PhraseUse.Stem, 100, 0, "訳し|やくし|通訳し|和訳し|英訳し|訳出し|ローカライズし"),
        new(Cue.Translation, PhraseUse.LineStart, 92, 0, "日本語に:|英語に:|英語で:|日本語で:|翻訳:|和訳:|英訳:|日本語訳:|英語訳:|訳:|translate:|translation:|日英翻訳|英日翻訳|日中翻訳|中日翻訳|日韓翻訳|英文和訳|和文英訳|ja->en|en->ja|ja -> en|en -> ja|japanese to english|english to japanese|english -> japanese|japanese -> english|english->japanese|japanese->english|日→英|英→日|日本語→|英語→|中国語→|韓国語→"),
        new(Cue.Translation, PhraseUse.LineEnd, 92, 0, "を英語で|を日本語で|を中国語で|を韓国語で|を英語に|を日本語に|を中国語に|を韓国語に|を英文で|を英文に|を訳せ|に訳せ|を和訳せよ|を英訳せよ|訳して→|和訳|英訳"),
        new(Cue.Translation, PhraseUse.Anywhere, 92, 0,
            """
            訳を教えて|訳をつけて|訳を付けて|訳をお願い|訳してもらえ|訳していただ|訳してほし|訳してくれ|訳しなさい|訳すこと|訳せますか|訳せる?|訳せません|どう訳|なんて訳|何と訳|訳すとどう|訳すと?|訳すと何|プロの翻訳者|プロの翻訳家|優秀な翻訳者|あなたは翻訳者|あなたは翻訳家|あなたは通訳|翻訳者として|翻訳機として|通訳者として|
            英語表現を教え|英語での言い方|英語の言い方|日本語でどういう意味|英語版を作|英語版にし|中国語版を作|韓国語版を作|日本語版を作|字幕を付け|字幕をつけ|翻訳が正しい|訳が正しい|訳は正しい|翻訳は正しい|翻訳は合って|訳は合って|訳が合って|翻訳としてどちら|訳としてどちら
            """),
        new(Cue.Translation, PhraseUse.Command, 100, 0,
            "translate|translating|subtitle|retranslate|back-translate|backtranslate|localize|localise|transcreate|proofread|proofreading|proof-read|copyedit|copy-edit|spellcheck|spell-check|translation of the following|a translation of|the english translation|an english translation|a japanese translation|the japanese translation|a word-for-word translation"),
        new(Cue.Translation, PhraseUse.Anywhere, 92, 0,
            """
            how do you say|how would you say|what's the japanese for|what is the japanese for|what is japanese for|what's japanese for|what's the english for|what is the english for|japanese word for|english word for|say in japanese|say in english|say this in japanese|say this in english|say it in japanese|say it in english|
            translation please|english translation of|japanese translation of|need a translation|need this translated|translated into natural|act as a translator|act as an interpreter|act as an english translator|act as a japanese translator|you are a translator|you are a professional translator|you are an expert translator|which translation|translate this|translate the following|translate to|
            check my grammar|correct my grammar|correct the grammar|check the grammar|fix the grammar|fix my grammar|fix grammar|check grammar|grammar check|fix the spelling|fix any typos|fix the typos|check for typos|correct my english|correct my japanese|check my english|check my japanese|correct the english|is this sentence correct|is my sentence correct|grammatically correct|for grammar|mean in english|mean in japanese|be translated|in better english|in proper english|in correct english|in better japanese|japanese version of|english version of|japanese equivalent|english equivalent
            """),
    ];
}
