namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Requests whose object is the string itself: verse of counted sounds, puns, word games, idioms.</summary>
internal static class WordplayPhrases
{
    public static readonly PhraseGroup[] Groups =
    [
        new(Cue.Wordplay, PhraseUse.Asked, 98, 10,
            """
            俳句|川柳|短歌|狂歌|連歌|和歌|都々逸|どどいつ|五七五|5・7・5|5-7-5|575|五七五七七|連句|狂句|ハイク|はいく|サラリーマン川柳|自由律俳句|上の句|下の句|
            ダジャレ|だじゃれ|駄洒落|駄じゃれ|シャレ|しゃれ|洒落|語呂合わせ|ごろあわせ|語呂合せ|ゴロ合わせ|掛詞|かけことば|掛け言葉|ことば遊び|言葉遊び|言葉あそび|親父ギャグ|おやじギャグ|オヤジギャグ|なぞかけ|謎かけ|謎掛け|ねづっち|整いました|
            回文|かいぶん|早口言葉|早口ことば|アナグラム|しりとり|シリトリ|尻取り|なぞなぞ|ナゾナゾ|謎々|アクロスティック|折り句|折句|あいうえお作文|頭文字作文|縦読み|たて読み|パングラム|いろは歌|いろはかるた|かるた|古今東西|連想ゲーム|山手線ゲーム|
            大喜利|おおぎり|モノボケ|ボケて|ラップの歌詞|ラップのリリック|ラップのバース|リリック|ライム|押韻|脚韻|頭韻|空耳|倒語|逆さ言葉|さかさ言葉|オノマトペ|擬音語|擬態語|ことわざ|四字熟語|慣用句|故事成語|語呂|替え歌|替えうた|判じ絵|クロスワード|漢字クイズ|漢字パズル|和同開珎パズル|ワードパズル|文字パズル|暗号クイズ|キャッチフレーズを五七五|都々逸|狂言回し|洒落言葉|小噺|小咄|一発ギャグ|ギャグ|ダブルミーニング|地口|数え歌|数え唄|辞世の句|一句|季語
            """),
        new(Cue.Wordplay, PhraseUse.Told, 98, 8,
            """
            一句詠んで|句を詠んで|句を作って|一句作って|一首詠んで|一首作って|歌を詠んで|詠んで|よんでください一句|韻を踏んで|韻を踏ませて|韻を踏んだ歌詞を書いて|ダジャレを言って|しりとりをして|しりとりして|しりとりしよう|逆から読んで|逆さまにして|逆さに並べて|逆さ読みにして|文字を並べ替えて|文字を入れ替えて|語呂合わせして|ととのえて|整えて一句|一言でボケて|ボケて|つっこんで|ツッコんで|五七五にして|五七五で詠んで|575にして|俳句にして|川柳にして|短歌にして|回文にして|回文を作って|アナグラムにして
            """),
        new(Cue.Wordplay, PhraseUse.Anywhere, 90, 0,
            """
            しりとりしよ|しりとりをしよ|しりとりやろ|しりとりしましょ|しりとりで遊|しりとりスタート|しりとりの続き|しりとりで勝|しりとりで次|しりとり!|俳句を作|俳句を詠|俳句を一|俳句を考|俳句を書|俳句にし|俳句で表|俳句で返|川柳を作|川柳を詠|川柳を一|川柳を考|川柳で|短歌を作|短歌を詠|短歌を一|短歌を考|短歌で|和歌を作|和歌を詠|五七五で|五七五の形|五七五のリズム|五七五調|五・七・五|5・7・5|5-7-5|ダジャレを作|ダジャレを考|ダジャレを言|ダジャレを一|ダジャレで|ダジャレですか|ダジャレとして|ダジャレになって|ダジャレの意味|ダジャレを5|ダジャレを3|だじゃれを|だじゃれで|駄洒落を|駄洒落で|駄洒落に|語呂合わせを|語呂合わせで|語呂合わせに|回文を|回文に|回文か|回文です|回文になっ|早口言葉を|なぞなぞを|なぞなぞです|なぞなぞに|なぞなぞ:|なぞなぞ出|謎かけを|謎かけで|なぞかけを|なぞかけで|とかけまして|とかけて|その心は|アナグラムを|アナグラムに|アナグラムで|あいうえお作文を|あいうえお作文で|頭文字を取って|頭文字をとって|頭文字で文|頭文字から|大喜利を|大喜利で|大喜利に|大喜利の|大喜利し|韻を踏|韻をふ|韻を踏む|押韻し|縦読みで|縦読みすると|縦読みに|折り句|言葉遊び|言葉あそび|ことば遊び|
            ことわざは|ことわざを|ことわざで|ことわざの意味|ことわざが入|ことわざに|ということわざ|このことわざ|という諺|諺の意味|諺を|四字熟語を|四字熟語で|四字熟語の意味|四字熟語は|四字熟語に|という四字熟語|慣用句を|慣用句で|慣用句の意味|慣用句は|という慣用句|故事成語の|故事成語を|という故事成語|オノマトペを|オノマトペで|オノマトペに|擬音語を|擬態語を|擬音で|替え歌を|替え歌に|文字を逆|文字を並び替え|文字を並べ替え|並べ替えてできる言葉|並べ替えると|逆から読む|逆さから読む|逆さ言葉|上から読んでも|共通する漢字一文字|同じ漢字が入る|□に入る|○に入る漢字|〇に入る漢字|空欄に入る漢字|から始まる言葉|で始まる言葉|で終わる言葉|から始まる単語を|で始まる単語を|で終わる単語を|から始まる文章|で始まる文章で|の音を使った|掛けた言葉|をかけた|ダブルミーニング|ライムを|ライムする|リリックを|小噺を|一発ギャグ|ギャグを|おやじギャグ|オヤジギャグ|親父ギャグ|季語を|季語は|キャッチコピーを五七五|韻文で|いろは歌|パングラム|クロスワード|二十の扉|連想ゲーム|山手線ゲーム|古今東西ゲーム|ことわざクイズ|漢字クイズ|マジカルバナナ
            """),
        new(Cue.Wordplay, PhraseUse.Anywhere, 92, 0,
            """
            write a haiku|haiku about|haiku on|haikus about|a haiku|haikus|in haiku|as a haiku|into a haiku|senryu|tanka about|write a tanka|a tanka|5-7-5|limerick|limericks|pun about|puns about|make a pun|write a pun|a pun|some puns|puns on|puns with|pun on|pun using|dad joke|dad jokes|tongue twister|tongue twisters|palindrome|palindromes|anagram|anagrams|acrostic|acrostics|shiritori|word game|word games|wordplay|word play|play on words|rhyme with|rhymes with|rhyme scheme|rhyming couplet|rhyming couplets|rhyming poem|that rhymes|make it rhyme|riddle me|a riddle|riddles|pangram|pangrams|spoonerism|spoonerisms|mnemonic for|a mnemonic|alliteration|alliterative|double entendre|portmanteau|crossword|scrabble|hangman|wordle|idiom for|idioms about|idioms for|idiom meaning|the idiom|this idiom|the proverb|this proverb|proverb about|proverbs about|japanese proverb|japanese proverbs|yojijukugo|kotowaza|dajare|goroawase|onomatopoeia|onomatopoeic|backwards spelling|spell backwards|letters of the word|starting with the letter|starts with the letter|ending with the letter|every word starts with|rap verse|rap lyrics|parody of the song|nazokake|knock-knock joke|knock knock joke|sonnet in iambic
            """),
    ];
}
