using System.Collections.Frozen;

namespace LanguageRouter.Signals.Languages;

/// <summary>English phrases that people add to text of any language and that ask nothing of it: greetings, closings, exclamations, what stands on buttons and in footers.</summary>
internal static class StockPhrases
{
    /// <summary>A stock phrase has no more words.</summary>
    public const int MaxWords = 7;

    private static readonly FrozenSet<uint> Hashes = FrozenSet.Create(
    [
        .. "how are you|how are you doing|how are you today|how's it going|how is it going|how do you do|how have you been|what's up|what's new|long time no see|nice to meet you|pleased to meet you|good to see you|nice to see you|see you|see you later|see you soon|see you then|see you tomorrow|see you again|see you next time|see you next week|talk to you later|talk soon|until next time"
            .Split('|').Select(Hash),
        .. "take care|take it easy|take care of yourself|have a nice day|have a good day|have a great day|have a nice weekend|have a good weekend|have a great weekend|have a nice trip|have a safe trip|have a good one|have a good night|have fun|enjoy|enjoy yourself|enjoy your meal|enjoy your stay|good luck|good job|well done|nice work|nice try|keep it up|keep going|keep in touch|never give up|don't give up|do your best|don't worry|don't worry be happy|don't mind|no problem|no worries|no way|never mind|not at all|my pleasure|you're welcome|you are welcome"
            .Split('|').Select(Hash),
        .. "of course|oh my god|oh my gosh|oh my goodness|oh no|oh yes|oh well|oops|really|seriously|are you kidding|are you serious|are you sure|are you ready|are you ok|are you okay|is that so|i see|i know|i got it|got it|i love you|i love it|i miss you|i'm fine|i'm fine thank you|i'm home|i'm back|i'm sorry|i am sorry|so sorry|excuse me|pardon|pardon me|same to you|me too|you too|me neither|all right|that's all|that's it|that's right|that's life|sounds good|so what|who knows|who cares|guess what|you know what|what the hell|what the heck|what a day|what a pity|what a shame|just kidding|let's go|let's get started|let's begin|let's start|let's do this|come on|here we go|here you are|there you go"
            .Split('|').Select(Hash),
        .. "god bless|bless you|god bless you|rest in peace|love and peace|peace and love|happy birthday|happy birthday to you|to be continued|the end|stay tuned|coming soon|check it out|check this out|click here|read more|learn more|see more|view more|show more|find out more|sign up|sign in|log in|log out|subscribe now|follow me|follow us|contact us|about us|join us|buy now|shop now|order now|download now|try it free|back to top|next page|previous page|see also|related articles|related posts|all rights reserved|made with love|get outlook for ios|as follows"
            .Split('|').Select(Hash),
        .. "thanks a lot|thanks so much|thanks for reading|thanks for watching|thanks in advance|thank you very much|thank you so much|thank you for reading|thank you for watching|thank you for your cooperation|thank you for your understanding|thank you in advance|looking forward to hearing from you|looking forward to seeing you|by the way|english ver|english version|japanese ver|japanese version|short ver|full ver|attention please|ladies and gentlemen|all the best|all my best|with love|with best wishes|lots of love|much love|yours truly|yours faithfully|to whom it may concern|once upon a time|for more information|for further information|for details|for inquiries|i'm so happy|i'm so glad|i'm so tired|i'm so excited|long live|once again|welcome back|welcome home|welcome to japan"
            .Split('|').Select(Hash),
    ]);

    /// <summary>Says whether words are a stock phrase.</summary>
    /// <param name="phrase">Their hashes, joined by <see cref="Append"/>.</param>
    public static bool Contains(uint phrase) => Hashes.Contains(phrase);

    /// <summary>Joins the hash of a further word to that of a phrase; 0 is the empty phrase.</summary>
    public static uint Append(uint phrase, uint word) => ((phrase << 5) | (phrase >> 27)) ^ word;

    private static uint Hash(string phrase)
    {
        var hash = 0u;
        foreach (var word in phrase.Split(' '))
        {
            hash = Append(hash, LatinWords.Hash(word));
        }

        return hash;
    }
}
