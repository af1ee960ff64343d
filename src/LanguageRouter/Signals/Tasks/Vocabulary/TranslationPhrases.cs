namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Requests to translate or to proofread: translating these before they are answered destroys them.</summary>
internal static class TranslationPhrases
{
    public static readonly PhraseGroup[] Groups =
    [
        new(Cue.Translation, PhraseUse.Asked, 100, 8,
            """
            翻訳|英訳|和訳|日本語訳|英語訳|中国語訳|韓国語訳|仏訳|独訳|対訳|直訳|意訳|逐語訳|全訳|抄訳|訳文|現代語訳|口語訳|中訳|韓訳|邦訳|ほんやく|機械翻訳のポストエディット|
            ポストエディット|トランスレート|ローカライズ|字幕翻訳|英文和訳|和文英訳|英作文|バックトランスレーション|逆翻訳|試訳|下訳|訳出|翻訳チェック|翻訳作業|超訳|
            英文にする|翻訳のチェック|訳のチェック|訳の確認|翻訳の確認|翻訳の修正|英文の確認|英文チェック|英語のチェック|英文のチェック|英文添削|英語の添削|英文校正
            """),
        new(Cue.Translation, PhraseUse.Asked, 90, 6,
            """
            校正|添削|校閲|推敲|誤字脱字チェック|誤字チェック|誤字脱字の確認|誤字脱字の修正|誤字脱字を修正|誤字脱字をチェック|文法チェック|スペルチェック|文法の誤りを訂正|文法の間違いを訂正|文法ミスを修正|文法的な誤りを訂正|文法の誤りを修正|
            文法的な誤りを修正|文法の間違いを修正|誤りを訂正|間違いを訂正|誤字を修正|誤字を訂正|誤記を修正|プルーフリード|プルーフリーディング|表記ゆれをチェック|表記ゆれを修正|表記揺れを修正|表記ゆれを統一|表記を統一|
            ネイティブチェック|文章チェック|文章のチェック|原稿チェック|日本語チェック|日本語をチェック|日本語のチェック|てにをはをチェック|てにをはを修正|誤用を指摘|誤訳を指摘|誤訳を修正|誤訳をチェック|誤植をチェック|脱字をチェック
            """),
        new(Cue.Translation, PhraseUse.Told, 100, 5,
            """
            訳して|やくして|英語に直して|英語になおして|日本語に直して|日本語になおして|英語にして|日本語にして|中国語にして|韓国語にして|フランス語にして|ドイツ語にして|スペイン語にして|英文にして|英文に直して|和文にして|和文に直して|
            英語に変えて|日本語に変えて|英語に変換して|日本語に変換して|中国語に変換して|韓国語に変換して|英語に書き換えて|日本語に書き換えて|英語に書き直して|日本語に書き直して|英語で言い換えて|英語に起こして|日本語に起こして|
            現代語に直して|現代語にして|口語に直して|共通語に直して|標準語に直して|中国語に直して|韓国語に直して|フランス語に直して|ドイツ語に直して|スペイン語に直して|英語で表現して|英語で書き直して|英語表記にして|
            多言語化して|英語化して|日本語化して|英文化して|バイリンガルにして|併記して|標準語にして|共通語にして|関西弁を標準語に直して|繁体字に変換して|簡体字に変換して|繁体字に直して|簡体字に直して|イタリア語にして|ポルトガル語にして|ロシア語にして|タイ語にして|ベトナム語にして|インドネシア語にして|アラビア語にして|ヒンディー語にして|ラテン語にして
            """),
        new(Cue.Translation, PhraseUse.Told, 90, 5,
            """
            誤字を直して|誤字脱字を直して|文法を直して|誤字脱字がないか確認して|誤字がないか確認して|誤字脱字がないか見て|誤字がないか見て|文法が正しいか確認して|文法を確認して|文法をチェックして|誤りを直して|間違いを直して|文法ミスを直して|
            文法の誤りを直して|文法の間違いを直して|文法的な誤りを直して|不自然な日本語を直して|不自然な箇所を直して|不自然な表現を直して|不自然な表現を指摘して|不自然なところを直して|不自然な点を指摘して|自然な英語に直して|自然な英語にして|
            自然な日本語に直して|自然な日本語にして|正しい日本語に直して|正しい英語に直して|タイポを直して|変換ミスを直して|誤字脱字を指摘して|誤字を指摘して|文法の間違いを指摘して|誤りを指摘して|スペルを確認して|スペルミスを直して|
            英語を直して|英文を直して|英文を見て|英語を添削して|日本語を直して|てにをはを直して|誤変換を直して|脱字を直して|おかしなところを直して|おかしい日本語を直して
            """),
        new(Cue.Translation, PhraseUse.Anywhere, 90, 0,
            """
            英語でどう言|英語でなんて言|英語で何て言|英語で何と言|英語でなんと言|英語ではなんと言|英語では何と言|英語ではどう言|英語ではなんて言|英語では何て言|英語でどういう|英語でどうい|英語でなんという|英語で何という|英語でどう表現|英語でどう書|英語でどのように言|英語でどのように表現|
            日本語でどう言|日本語でなんて言|日本語で何て言|日本語で何と言|日本語でなんと言|日本語では何と言|日本語ではなんと言|日本語ではどう言|日本語でどういう意味|日本語で何という|日本語でどう表現|中国語でどう言|中国語でなんて言|中国語で何て言|中国語で何と言|中国語でなんと言|
            韓国語でどう言|韓国語でなんて言|韓国語で何て言|韓国語で何と言|韓国語でなんと言|フランス語で何と言|フランス語でなんと言|フランス語でどう言|フランス語でなんて言|ドイツ語で何と言|ドイツ語でなんと言|ドイツ語でどう言|ドイツ語でなんて言|スペイン語で何と言|スペイン語でなんと言|スペイン語でどう言|スペイン語でなんて言|
            イタリア語で何と言|イタリア語でなんと言|英語で言うと|英語でいうと|英語だと何|英語だとなん|英語で何ですか|英語でなんですか|日本語で言うと|日本語だと何|日本語だとどう|英語で言ったら|を英語で。|を英語で\n|英語の訳を|日本語の訳を|訳を教えて|訳をつけて|訳を付けて|訳をお願い|の訳は?|訳をください|
            英語表現を教え|英語での言い方|英語の言い方|英語にすると|日本語にすると|英語に訳すと|日本語に訳すと|に訳すと|訳せますか|訳せる?|どう訳|なんて訳|何と訳|訳してもらえ|訳していただ|訳してほし|訳してくれ|訳をして|訳しなさい|訳せ。|訳せ\n|に訳せ|訳すこと|訳しなおし|訳し直し|訳し、|英語でどうなり|英語で何といい|英語でなんといい|英語で何といえば|英語で何と伝え|
            英語ではどうな|和文英訳|英文和訳|日→英|英→日|日英翻訳|英日翻訳|翻訳先|翻訳元|翻訳対象|原文:|訳文:|翻訳:|和訳:|英訳:|日本語訳:|英語訳:|翻訳タスク|プロの翻訳者|プロの翻訳家|優秀な翻訳者|あなたは翻訳者|あなたは翻訳家|あなたはプロの翻訳|あなたは翻訳機|翻訳機として|翻訳者として|通訳者として|通訳として|通訳して|通訳をお願い|
            英語の字幕を付け|英語字幕を付け|日本語字幕を付け|日本語字幕をつけ|英語字幕をつけ|英語字幕を作|日本語字幕を作|多言語に展開|英語版を作|英語版にし|英語版も|日本語版を作|中国語版を作|韓国語版を作|英語版の文章|英語のバージョンを作
            """),
        new(Cue.Translation, PhraseUse.Command, 100, 8,
            """
            translate|retranslate|back-translate|backtranslate|localize|localise|transcreate|proofread|proof-read|copyedit|copy-edit|spellcheck|spell-check|interpret this|interpret the following sentence|render this in english|render this into|render the following into|render into japanese|render into english|render the text into
            """),
        new(Cue.Translation, PhraseUse.Anywhere, 90, 0,
            """
            how do you say|how would you say|how do i say|how can i say|how to say|how should i say|what's the japanese for|what is the japanese for|what is japanese for|what's japanese for|japanese word for|english word for|the japanese for|the english for|say in japanese|say this in japanese|say this in english|say it in japanese|say it in english|put this into japanese|put this into english|put this in japanese|put this in english|put into english|put into japanese|
            turn this into english|turn this into japanese|convert this to japanese|convert this to english|convert this into english|convert this into japanese|convert to japanese|convert to english|convert the following to japanese|convert the following to english|convert the following into japanese|convert the following into english|translation of the following|translation of this|translation for this|translation for the following|a translation of|provide a translation|give a translation|give me a translation|give me the translation|need a translation|need this translated|needs to be translated|
            translated into english|translated into japanese|translated to english|translated to japanese|english translation please|japanese translation please|english translation of|japanese translation of|english translation for|japanese translation for|in english, please translate|japanese to english:|english to japanese:|english:\njapanese:|translate:|translate to english|translate to japanese|translate into|translate from|translate this|translate the following|translate these|translate it|translate my|
            japanese -> english|english -> japanese|ja -> en|en -> ja|ja->en|en->ja|jp->en|en->jp|english->japanese|japanese->english|what does this mean in english|mean in english|mean in japanese|act as a translator|act as an interpreter|you are a translator|you are a professional translator|you are an expert translator|as a translator,|professional translator|check my grammar|correct my grammar|correct the grammar|check the grammar|fix the grammar|fix my grammar|fix grammar|correct grammar|check grammar|grammar check|
            grammar and spelling|spelling and grammar|spelling mistakes|grammar mistakes|grammatical errors|grammatical mistakes|grammar errors|fix typos|fix the typos|fix any typos|correct typos|correct the typos|check for typos|typos in|find typos|proofreading|correct my english|correct my japanese|check my english|check my japanese|correct the english|correct any mistakes|correct any errors|correct the mistakes|correct the errors in the sentence|sound natural in english|sound natural in japanese|natural english|natural japanese|native check|
            correct the spelling|fix the spelling|fix my spelling|is this sentence correct|is my sentence correct|is this grammatically correct|grammatically correct
            """),
    ];
}
