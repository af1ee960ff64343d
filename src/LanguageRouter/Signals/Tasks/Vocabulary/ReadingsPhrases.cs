namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Questions about the readings, characters and grammar of Japanese words.</summary>
internal static class ReadingsPhrases
{
    public static readonly PhraseGroup[] Groups =
    [
        new(Cue.Readings, PhraseUse.Asked, 95, 12,
            """
            ふりがな|振り仮名|フリガナ|ふり仮名|振りがな|ルビ|ルビ振り|読み仮名|読みがな|よみがな|ヨミガナ|よみかた|読みかた|書き順|筆順|画数|部首|送り仮名|送りがな|音読み|訓読み|旧字体|新字体|異体字|ローマ字表記|ローマ字変換|ひらがな表記|ひらがな変換|カタカナ表記|カタカナ変換|漢字変換|かな漢字変換|形態素解析|品詞分解|係り受け解析|分かち書き|アクセント記号|ピンイン
            """),
        new(Cue.Readings, PhraseUse.Told, 95, 8,
            """
            ふりがなを振って|ふりがなをふって|ふりがなをつけて|ふりがなを付けて|振り仮名を振って|振り仮名をつけて|フリガナを振って|フリガナをつけて|ルビを振って|ルビをふって|ルビをつけて|ルビを付けて|読み仮名を振って|読み仮名をつけて|読みがなをつけて|読みがなを付けて|ひらがなにして|ひらがなに直して|ひらがなに変換して|ひらがなで書いて|ひらがなに開いて|平仮名にして|平仮名に直して|平仮名に変換して|カタカナにして|カタカナに直して|カタカナに変換して|カタカナで書いて|漢字にして|漢字に直して|漢字に変換して|漢字で書いて|漢字に変えて|漢字を交ぜて書き直して|ローマ字にして|ローマ字に直して|ローマ字に変換して|ローマ字で書いて|ヘボン式で書いて|ヘボン式に直して|旧字体に直して|新字体に直して|旧仮名遣いに直して|歴史的仮名遣いに直して|現代仮名遣いに直して|全角に直して|半角に直して|ピンインをつけて|点字にして|漢数字に直して|漢数字にして|品詞に分けて|文節に区切って|単語に区切って|単語に分割して
            """),
        new(Cue.Readings, PhraseUse.Anywhere, 90, 0,
            """
            読み方は|読み方を|読み方が|読み方と|読み方。|の読み方|読みかたを|の読みを|の読みは|読みを答え|読みを書|読みを教え|読みはなん|なんて読|何て読|何と読|なんと読|どう読む|どう読み|どうよむ|どうよみ|どのように読|読み仮名|読みがな|ふりがな|振り仮名|フリガナを|ルビを|書き順|筆順|画数は|画数を|総画数|何画|部首は|部首を|部首が|部首名|送り仮名は|送り仮名を|送り仮名が|送りがな|音読みと訓読み|音読みは|訓読みは|音読みを|訓読みを|音読みか|訓読みか|漢字の成り立ち|漢字の意味|漢字は何|漢字でどう書|漢字で書く|漢字で書き|漢字で何|漢字ではどう|漢字で表|漢字に直|どんな漢字|どういう漢字|正しい漢字|漢字の使い分け|漢字一文字|という漢字|この漢字|次の漢字|漢字を答え|漢字を書|漢字を教え|漢字を含む|さんずいの|へんの漢字|しんにょう|くさかんむり|にんべん|きへん|ごんべん|難読漢字|難読地名|同音異義語|同訓異字|同音異義|熟語を|熟語の|対義語は|対義語を|反対語は|反対語を|反意語|類義語は|類義語を|同義語を|類語を|語源は|語源を|の語源|由来の言葉|の活用|活用形|活用の種類|五段活用|上一段|下一段|カ変|サ変|サ行変格|未然形|連用形|終止形|連体形|仮定形|命令形に|助詞の|助詞「|助動詞「|助動詞の|格助詞|係助詞|終助詞|接続助詞|「は」と「が」|「が」と「は」|「に」と「で」|「へ」と「に」|形容動詞|連体詞|品詞は|品詞を|主語と述語|主語を答え|述語を答え|文節に|単語に分け|何活用|仮名遣い|かなづかい|「ず」と「づ」|「じ」と「ぢ」|をローマ字|ローマ字で|ローマ字入力|ヘボン式|ひらがなで|カタカナで表|平仮名で|アクセントは|数え方は|数え方を|の数え方|助数詞|匹と頭|の使い分け|使い分けを|使い分けは|のニュアンスの違い|ニュアンスの違い|言葉の違いを教え|意味の違いを|という言葉の意味|という言葉はどういう意味|言葉はどういう意味|という表現はどういう意味|という単語の意味|の意味は?|語の意味|古語の|古文の|係り結び|文法的に説明|日本語の文法|用法を|漢検|常用漢字
            """),
        new(Cue.Readings, PhraseUse.Anywhere, 90, 0,
            """
            furigana|okurigana|kanji reading|kanji readings|reading of the kanji|readings of the kanji|read this kanji|read the kanji|reading of this kanji|kanji for|which kanji|what kanji|the kanji|this kanji|stroke order|stroke count|on'yomi|kun'yomi|onyomi|kunyomi|on-yomi|kun-yomi|in hiragana|to hiragana|into hiragana|in katakana|to katakana|into katakana|in romaji|to romaji|into romaji|romanize|romanise|romanization|pitch accent|japanese particle|particle wa|particle ga|wa and ga|は and が|ni and de|japanese grammar|te-form|te form|verb conjugation|conjugate the japanese|conjugate the verb|japanese counter|japanese counters|pronounce this japanese|how is it pronounced|how do you read|how to read this|etymology of|synonym for|synonyms for|synonyms of|antonym of|antonym for|antonyms
            """),
    ];
}
