namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Requests whose object is the string itself that one phrase shows; the rest are joined by <see cref="WordingRules"/>.</summary>
internal static class WordplayPhrases
{
    public static readonly PhraseGroup[] Groups =
    [
        new(Cue.Wordplay, PhraseUse.Asked, 98, 0,
            """
            俳句|川柳|短歌|狂歌|和歌|都々逸|どどいつ|五七五|5・7・5|5-7-5|ダジャレ|だじゃれ|駄洒落|語呂合わせ|ごろあわせ|掛詞|言葉遊び|親父ギャグ|おやじギャグ|オヤジギャグ|なぞかけ|謎かけ|回文|早口言葉|アナグラム|しりとり|尻取り|なぞなぞ|アクロスティック|折り句|あいうえお作文|縦読み|パングラム|大喜利|替え歌|一発ギャグ|一句|一首|ラップバトル
            """),
        new(Cue.Wordplay, PhraseUse.Anywhere, 94, 0,
            "しりとりしよ|しりとりをしよ|しりとりやろ|しりとりしましょ|しりとりをしましょ|しりとりで遊|しりとりスタート|しりとりの続き|五・七・五|とかけまして|とかけて|その心は|頭文字を取って|頭文字をとって|頭文字をつなげ|韻を踏んで|韻を踏んだ|韻を踏む言葉|韻を踏める|縦読みで|縦読みすると|俳句にして|川柳にして|短歌にして|ダジャレにして|ダジャレですか|ダジャレになって|回文ですか|回文になって|回文になる|なぞなぞ出して|なぞなぞだして|ことわざの意味|四字熟語の意味|慣用句の意味|故事成語の意味|故事成語「|ことわざ「|慣用句「|四字熟語「|という四字熟語|ということわざ|という慣用句|という諺|上から読んでも|お題に対して|ボケてください|ライムを踏"),
        new(Cue.Wordplay, PhraseUse.Anywhere, 94, 0,
            "write a haiku|as a haiku|into a haiku|write a senryu|write a limerick|make a pun|write a pun|tongue twister with|an anagram of|anagram for|anagrams of|acrostic poem|acrostic for|let's play shiritori|play shiritori|rhymes with|rhyme with|rhyming couplet|rhyming poem|that rhymes|make it rhyme|every word starts|the idiom|this idiom|the proverb|this proverb|the japanese proverb|the saying|the yojijukugo|riddle me|a riddle about|knock-knock joke|a palindrome?|words that start with|words that end with|words starting with|words ending with"),
    ];
}
