namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Calculation, puzzles, and the vocabulary of mathematics.</summary>
internal static class MathPhrases
{
    public static readonly PhraseGroup[] Groups =
    [
        new(Cue.Math, PhraseUse.Anywhere, 62, 0,
            """
            方程式を解|不等式を解|連立方程式|因数分解し|因数分解せ|微分し|微分せ|積分し|積分せ|計算し|計算せ|計算しなさい|を計算|値を求め|解を求め|面積を求め|体積を求め|確率を求め|和を求め|最大値を求め|最小値を求め|極限を求め|導関数を求め|行列式を求め|を求めよ|を求めなさい|を証明せよ|を証明しなさい|証明してください|割り算の|余りは|余りを|余りが|最大公約数|最小公倍数|素因数分解|二次方程式|一次方程式|解の公式|式で表しなさい|速さの比|整数の比|で表現してください。|算数の問題|数学の問題|文章題|次の数学|以下の数学|次の計算|step by stepで計算|段階的に計算|途中式|式と答え|何通り|通りあります|通りありますか|整数はいくつ|となる整数|小数点|四捨五入|分数で
            """),
        new(Cue.Math, PhraseUse.Anywhere, 62, 0,
            """
            solve for|solve the equation|solve the following equation|solve this equation|solve the inequality|solve the system|solve this math|solve the math|solve the problem|math problem|math word problem|word problem|calculate|compute the|evaluate the integral|evaluate the expression|find the derivative|find the integral|find the value|find the area|find the volume|find the probability|find the sum|find x|find all solutions|find the number of|simplify the expression|factor the|factorize|differentiate|integrate|prove that|quadratic equation|what is the probability|what is the sum|what is the product|what is the remainder|remainder when|greatest common|least common|how much money|how much does it cost|how much did|how many total|in total?|altogether|how much profit|how much change|step by step.\nanswer with a number
            """),
        new(Cue.Quantity, PhraseUse.Anywhere, 10, 0,
            """
            何個|何人|何枚|何本|何冊|何匹|何頭|何羽|何台|何回|何日|何時間|何分|何秒|何ドル|何円|何セント|何ポンド|何キロ|何マイル|何メートル|何センチ|何グラム|何リットル|何オンス|何ガロン|何歳|何年|何ヶ月|何か月|何ヵ月|何週間|何パーセント|何%|何倍|何着|何マイル|何ブロック|どのくらいの時間|どれぐらい|手に入れ|受け取|払い|払う|総額|請求|価格|上乗せ|コスト|手数料|かかりました|かかります|時間かかり|すると、|持ってい|あります。|残りは|何杯|何袋|何箱|何足|何点|何ページ|何フィート|何インチ|何エーカー|何ダース|何カロリー|何曲|何切れ|何組|何軒|何語|何単語|何色|何度|何輪|何株|何試合|何問|何ポイント|何人分|何着|何玉|いくつ|いくら|どれくらい|どれだけ|どのくらい|合計|合わせて|全部で|残り|残っ|平均|ずつ|あたり|につき|割引|倍の|より多い|より多く|より少な|半分|利益|値段|費用|時速|毎分|毎時|余分に|支払
            """),
        new(Cue.Quantity, PhraseUse.Anywhere, 10, 0, "what is the probability|what percent|what's the probability|how many|how much|how long|how old|how far|what percentage|what percent|what is the total|total|each|per|twice|half|remaining|left|altogether|average|times as many|times as much|more than|less than|dozen|cost|costs|spend|spent|earn|earns|price|discount|profit|in dollars"),
        new(Cue.NumberWord, PhraseUse.Anywhere, 1, 0, "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|half|third|quarter|twice|dozen|double|triple|times|2倍|3倍|半分|二つ|三つ|二人|三人|四人|五人|二倍|三倍|4分の|3分の|2分の|一人|一つ"),
        new(Cue.Reasoning, PhraseUse.Anywhere, 64, 0,
            """
            論理パズル|論理的に推論|推論してください|推論しなさい|推理してください|推理せよ|嘘つき|うそつき|正直者|犯人は誰|犯人はだれ|本当のことを言|真実を言|結論が正しい|結論は正しい|結論を導|三段論法|全ての文が真|文が真実である場合|真実、偽り|が真であるとき|成り立つ結論|必ず正しい|確実に言える|隣に座って|右隣|左隣|左どなり|順位は|何番目でしょう|追い越し|どちらの方角|どの方角|東、南、西、北|東西南北|何曜日|左右どちら|暗に意味|常識的な推論|常識推論|因果関係を推論|仲間はずれ|仲間外れ|グループに属さない|適切な順に並|並び替えてください|順番に並べ|シャッフル|誰が嘘|矛盾しない|論理クイズ|水平思考|なぜだと考えられますか。推論|思考の過程を|推論手順|推論の過程
            """),
        new(Cue.Reasoning, PhraseUse.Anywhere, 64, 0, "logic puzzle|logical puzzle|logical reasoning|deduce|what can be concluded|can we conclude|does it follow that|is the conclusion|valid argument|syllogism|knights and knaves|always lies|always tells the truth|tells the truth|who is lying|odd one out|which does not belong|which one doesn't belong|sits next to|sitting next to|to the left of|to the right of|finished before|is taller than|is older than|which direction|commonsense reasoning|most plausible|if all|some are|therefore|lateral thinking"),
    ];
}
