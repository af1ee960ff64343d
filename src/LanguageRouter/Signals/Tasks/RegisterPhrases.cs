namespace LanguageRouter.Signals.Tasks;

/// <summary>The phrases that show a register.</summary>
internal static class RegisterPhrases
{
    private const string Honorific =
        "いただけます|いただけません|いただけれ|いただきたく|いただきたい|いただき、|いただきまし|いただきます|いただく|いただいて|いただいた|頂けます|頂けません|頂けれ|頂きたく|頂きたい|頂きまし|頂きます|頂いて|頂いた|頂戴|致します|致しまし|致しませ|いたします|いたしまし|いたしませ|いたしたく|いたしており|申し上げ|申します|申しまし|存じます|存じ上げ|存じまし|存じており|くださいませ|下さいませ|なさいます|なさいまし|なさって|おっしゃ|仰っ|仰せ|いらっしゃ|ご覧|御覧|召し上が|お越し|お見えに|伺い|伺います|伺って|参ります|参りまし|拝見|拝読|拝借|拝察|拝啓|敬具|謹啓|恐縮|恐れ入り|恐れ入る|幸甚|幸いです|幸いに存じ|賜り|賜れ|ご査収|ご高覧|ご教示|ご指導|ご鞭撻|ご容赦|ご了承|ご確認|ご検討|ご連絡|ご返信|ご回答|ご対応|ご査読|ご足労|ご多忙|ご清栄|お世話になって|お世話になり|お手数|お忙しい|お願い申し|お願い致し|お願いいたし|承知いたし|承知致し|承りまし|承ります|かしこまりまし|畏まりまし|何卒|御社|貴社|貴殿|弊社|小職|平素|御礼|お詫び|お見積|お打ち合わせ|ございますでしょうか|でございます|でございまし|ございませんでしょうか|差し支えなければ|よろしいでしょうか|宜しいでしょうか|ますでしょうか|お聞かせください|お教えください|お教えいただ|お送りください|お待ちして|お伺い|お目にかか|お申し付け|お申し込み|お気軽に|お受け取り";

    private const string Polite =
        "です|ます|ました|ません|でした|でしょう|ましょう|ください|下さい|ございます|ございました|まして|ませ|お願いし|お願いね|おねがいし|よろしくお願い|すみません|ありがとう";

    private const string Plain = "である|だった|だろう|だよ|だね|だな|だぜ|だぞ|じゃん|じゃない|だから|なんだけど|だけど|してくれ|しろ|せよ|しなさい|するな|じゃね|っす|だっけ|かな|かなあ|かよ|だもん|ちゃった|じゃった|なのだ|なのか|べきだ|ないか|だと思う|と思う。|たい。|ってば|だってば|やねん|やで|へん。|ばい|だべ|だっちゃ";

    private static readonly string[] HonorificWords = Honorific.Split('|');
    private static readonly string[] PoliteWords = Polite.Split('|');

    /// <summary>Every phrase; an index into them is what <see cref="RegisterOf"/> takes.</summary>
    public static readonly IReadOnlyList<string> All = [.. HonorificWords, .. PoliteWords, .. Plain.Split('|')];

    /// <summary>Says which register a phrase shows.</summary>
    /// <param name="phrase">Its index in <see cref="All"/>.</param>
    public static Register RegisterOf(int phrase) =>
        phrase < HonorificWords.Length ? Register.Honorific : phrase < HonorificWords.Length + PoliteWords.Length ? Register.Polite : Register.Plain;
}
