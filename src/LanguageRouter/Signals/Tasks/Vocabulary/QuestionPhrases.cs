namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Forms of a question: for a fact, for an explanation, for a choice.</summary>
internal static class QuestionPhrases
{
    public static readonly PhraseGroup[] Groups =
    [
        new(Cue.Factoid, PhraseUse.Anywhere, 16, 0,
            """
            誰ですか|誰でしょう|誰でした|は誰|が誰|のは誰|誰が|誰の|誰に|誰を|誰と|誰か|誰?|何の会社|何の略|何の動物|どの動物|どの国|どの元素|どの人|どの部|どの時|どの星|どの色|どの都|どんな動物|何の国|だれですか|だれが|だれの|はだれ|いつですか|いつでした|いつでしょう|いつから|いつまで|いつ始|いつ発|いつ生|いつ亡|いつ公|いつ放|いつ作|いつ設|いつ建|いつ行|いつ開|いつ終|いつ出|のはいつ|はいつ|いつか?|何年|何月|何日|何世紀|何時代|西暦何|どこですか|どこでした|どこでしょう|どこにあり|どこにある|どこの|のはどこ|はどこ|どこか?|どこで撮|どこで生|どこで行|どこで育|どこ出身|どの国|どこの国|どの都市|どの州|どの県|どの大陸|どの惑星|どの作品|どの映画|どのチーム|どの選手|どの大学|どの会社|何県|何州|何市|何区|何町|何という|何といいま|何といい|何て言う|何と言う|何と言い|なんという|なんといい|なんと言|なんていう|何と呼|なんと呼|何て呼|なんて呼|何語|何科|何類|何属|何目|何座|何人い|何人です|何人が|何歳|何回|何種類|何個|何曲|何話|何巻|何作|何部作|何シーズン|何エピソード|何度|何位|何番|何代目|何メートル|何キロ|何色|何の日|何の会社|何の略|何の形|何の卵|何のため|何から作|何からでき|何に使わ|いくつ|いくら|どのくらい|どれくらい|どれぐらい|どのぐらい|名前は|名前が|名前を|名称は|正式名称|本名は|別名は|別名|愛称は|通称は|タイトルは|題名は|曲名は|首都は|首都|距離|標高|身長|どれだけ|どれほど|何作|何基|何隻|何機|何種|何社|何校|国旗|人口は|面積は|高さは|長さは|作者は|著者は|作家は|監督は|作曲者|作曲家は|作曲した|作詞|主演は|主人公は|主役は|声優は|歌手は|歌っているのは|歌ったのは|演じ|出演|発明した|発見した|創業者|創設者|設立者|設立された|建設された|建てたのは|建てられ|開催された|代表作は|代表作|出身地|出身は|出身の|生まれた|生誕|誕生日は|亡くなっ|死亡し|死因|原産|産地|原料|材料は|象徴|世界一|世界最|日本一|日本最|世界で最も|世界で一番|世界で初めて|日本で最も|日本で一番|日本で初めて|最初の|初代|初めて|最後に優勝|優勝した|受賞した|最年少|最年長|最古|最大の|最小の|最長の|最高の山|といえば|というのは誰|メンバーは|大統領は|首相は|国王は|創始者|由来|語源|記録は|所在地|本社は|収録
            """),
        new(Cue.Factoid, PhraseUse.LineEnd, 9, 0, "とは誰|いつ|どこ|だれ|なに|なん|どれ|どんなもの|いつか|どこか|誰か|いるか|あるか|いくつか|何人か|何年か|何歳か|のか|たか|るか"),
        new(Cue.Factoid, PhraseUse.Anywhere, 5, 0, "何ですか|なんですか|何でしょう|何でした|なにですか"),
        new(Cue.Factoid, PhraseUse.Anywhere, 16, 0,
            """
            who is|who was|who are|who were|who won|who wrote|who sang|who sings|who plays|who played|who invented|who discovered|who founded|who made|who directed|who has|who did|who does|who created|who owns|who built|who painted|who said|who killed|who died|who's|whose|when was|when did|when is|when does|when were|when do|when will|where is|where was|where are|where did|where does|where were|where do|what year|which year|what day|what date|what country|which country|what city|which city|what state|which state|what is the name|what's the name|what was the name|what are the names|name of the|what is the capital|capital of|what is the population|population of|what is the largest|what is the biggest|what is the smallest|what is the longest|what is the highest|what is the tallest|what is the oldest|what is the most|the first person|first person to|first woman|first man to|how many people|how many times|how many seasons|how many episodes|how many countries|how many states|how many players|how many games|how old is|how old was|how tall|how high|how long is|how long was|how big is|how deep|how far is|what nationality|which team|what team|which movie|what movie|what song|which song|which album|which band|which actor|which actress|which player|which president|which river|which planet|what language|what currency|what type of|what kind of animal|what color|what colour|named after|starred in|in which|latest|the author of|the director of|the cast of|won the|release date|come out|world record|net worth
            """),
        new(Cue.Factoid, PhraseUse.LineStart, 10, 0, "distance |winner |who |whose |when |where |which |in which |in what |on what |at what |from which |what was |what were |what is the |what's the |what are the |how many |how much |how long |how old |how far |how tall |how high |how big |how often |how fast |how deep |name the |name a |what did |what city |what country |what day "),
        new(Cue.Explain, PhraseUse.Anywhere, 22, 0,
            """
            とは何|とはなん|とはどう|とはどの|とは、どう|とは?どう|って何|ってなに|ってなん|ってどう|何なんですか|どういう意味|どういうこと|どのような意味|どんな意味|について教え|について説明|について解説|について述べ|について論じ|について知り|について詳し|について考察|について知って|について議論|について簡単|に関して説明|説明して|説明し|解説して|解説し|説明をお願い|解説をお願い|論じ|考察|述べよ|述べてください|述べなさい|なぜ|何故|どうして|どうすれば|どうすると|どうやって|どうやったら|どうしたら|どうしても|どうなり|どうなる|どのように|どのようにして|どうやれば|どうしましょう|どうあるべき|どう違|どう思|どう考え|どう始め|どう対処|どう選|違いは|違いを|違いについて|違いが|どのような違い|どんな違い|方法|やり方|手順|仕方|コツ|秘訣|ポイントは|ポイントを|ヒント|レシピ|作り方|作るには|するには|になるには|なるためには|ためには|おすすめ|お勧め|オススメ|お薦め|べきですか|べきでしょう|べき|良いですか|いいですか|よいですか|良いでしょう|いいでしょう|理由|原因|症状|兆候|効果|メリット|デメリット|利点|欠点|長所|短所|仕組み|原理|影響|歴史を|歴史に|歴史は|背景|経緯|概念|意義|特徴は|特徴を|役割は|役割を|重要性|例を挙げ|具体例|比較し|比較して|検討し|アドバイス|対策|対処|治療|予防|改善|どんな食べ物|どんなもの|どのようなもの|どんなこと|どのようなこと|何が楽し|何ができ|何を準備|何が見|見どころ|見所|観光|楽しむ|教えてください|教えて下さい|教えてくれ|教えてもらえ|教えていただ|教えて。|教えて|知りたい|知っておくべき|挙げてください|挙げて|挙げなさい|提案してください|提案して|ありますか|可能ですか|できますか|必要ですか|必要はあり|悪いこと|難しいです|大変ですか|安全ですか|本当ですか|何をします|何をする|どちらを|どっちが|に合う|最適な|最適です|良い|よい|最高の|人気の|楽しい|便利な|役立|仕事内容|副菜|成分|材料|どんなふう|どういうふう|見つけて|探して|候補|アイデア|見分け方|飼い|育て|手入れ|使い方|始め方|選び方|焼き方|食べ方|過ごし方|直し方|治し方|防ぐ|避ける|マナー|ルールは|計画を|試算し|予算|準備|案内し|おいしい|美味しい
            """),
        new(Cue.Explain, PhraseUse.LineStart, 12, 0, "what is |what's |is |are |do |does |did |can |could |should |will |would |has |have |tell me |i want to |i'd like to |i wonder |any "),
        new(Cue.Explain, PhraseUse.LineEnd, 22, 0, "とは|って|ってなに|って何"),
        new(Cue.Explain, PhraseUse.Anywhere, 3, 0, "ですか|ますか|でしょうか|のか"),
        new(Cue.Explain, PhraseUse.Anywhere, 22, 0,
            """
            what is a|what is an|what are the|what are some|what's a|what does|what do|what causes|what happens|what should|what can|what would|what kind of|what kinds of|what is the difference|what's the difference|difference between|differences between|what is the purpose|what is the meaning|what is the best|what are|how do i|how do you|how does|how can|how should|how to|how would|how did|how are|how is|how come|why|explain|describe|tell me about|tell me more|can you tell me|could you tell me|teach me|give me an overview|overview of|discuss|compare|contrast|recommend|recommendations|suggest|suggestions|any tips|tips for|tips on|advice|ideas for|pros and cons|advantages|disadvantages|benefits of|history of|recipe|best way|good way|ways to|should i|elaborate|signs of|proper way|ingredients|remedies|remedy|treats|job description|good career|famous for|used for|mean by|what is meant|in your opinion|what do people|going to|how people|look for|worth it|care for|prepare|outline|list some|list the|things to do|good for|meaning of|importance of|symptoms|in simple terms|like i'm five|eli5|i want to learn|i'd like to know|i would like to|i'm interested in|search for|find a
            """),
        new(Cue.Which, PhraseUse.LineEnd, 24, 0, "はどれ"),
        new(Cue.Which, PhraseUse.Anywhere, 24, 0,
            """
            次のうち|以下のうち|次の中|以下の中|下記のうち|このうち|どれですか|どれでしょう|どれか|はどれか|はどれで|どれが|どれを|どれに|どれも|のいずれ|いずれか|いずれを|いずれである|選択肢|選びなさい|選べ|選んで|選択し|選択せ|最も適切|最も適当|最も正し|もっとも適切|正しいもの|誤っているもの|正解を|正解は|ふさわしいもの|相応しいもの|当てはまるもの|番号で答え|記号で答え|アルファベットで|abcd|a~d|a、b、c|多肢選択|四択|五択|4択|5択|1つ選|一つ選|ひとつ選
            """),
        new(Cue.Which, PhraseUse.Anywhere, 24, 0, "which of the following|which one of|choose the|choose one|select the|select one|pick the|multiple choice|multiple-choice|answer choices|correct answer|best answer|the following options|options:|choices:|option letter|correct option|one of the options"),
    ];
}
