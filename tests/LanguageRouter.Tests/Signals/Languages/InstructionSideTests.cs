using LanguageRouter.Signals;

namespace LanguageRouter.Tests.Signals.Languages;

/// <summary>Which side of a turn with English and Japanese is the instruction: one rule a test, and the wordings that the weights were fitted on.</summary>
public sealed class InstructionSideTests
{
    private const string Passage = "市の中央部を川が流れ、盆地が広がる。海岸は国立公園に属している。";
    private const string English = "The river runs through the middle of the city. The coast belongs to a national park.";

    [Theory]
    [InlineData("tldr {0}")]
    [InlineData("which train do i take according to this\n{0}")]
    [InlineData("{0} legit?")]
    [InlineData("sarcasm or not 1冊の詩集を携えて渡米しました。")]
    [InlineData("continue -> NASAは打ち上げを延期した。原因は調査中である。")]
    public void WordsAtAnEdgeOfTheSameSentence_AreParted(string wording) => Assert.Equal("en", Tag(wording, Passage));

    [Theory]
    [InlineData("Localise the above.\n\n{0}")]
    [InlineData("Anonymise the following by replacing names.\n{0}")]
    public void AnOrderIsSeenByItsForm(string wording) => Assert.Equal("en", Tag(wording, Passage));

    [Theory]
    [InlineData("Vocab:\n{0}")]
    [InlineData("{0}\n\nJSON")]
    [InlineData("Sentiment? {0}")]
    public void TheNameOfWhatIsWanted_Asks(string wording) => Assert.Equal("en", Tag(wording, Passage));

    [Theory]
    [InlineData("The Old Man and the Sea\n{0}")]
    [InlineData("{0}\n\nBest regards,\nTaro Yamada")]
    [InlineData("Re: Meeting tomorrow\n\n{0}")]
    [InlineData("{0} by Steve Jobs")]
    [InlineData("Thanks! {0}")]
    [InlineData("- **profile**: {0}")]
    [InlineData("Table 1: {0}")]
    [InlineData("p.45 {0}")]
    [InlineData("Speaker 1: {0}")]
    [InlineData("I Want to Hold Your Hand (The Beatles)\n{0}")]
    [InlineData("Imagine / John Lennon\n{0}")]
    [InlineData("{0}\nwritten by Emily Brown, translated by Ken Ito")]
    [InlineData("{0}\n(from Yahoo! News)")]
    [InlineData("Date: Mon, 8 Jan 2024\nTo: Suzuki\nSubject: Re: Schedule\n\n{0}")]
    [InlineData("Title: The Great Gatsby\nAuthor: F. Scott Fitzgerald\n\n{0}")]
    [InlineData("WHO\n{0}")]
    [InlineData("IMPORTANT NOTICE\n{0}")]
    [InlineData("Version 17.4 Build 21E219\n{0}")]
    [InlineData("{0} [English ver.]")]
    [InlineData("How are you? {0}")]
    [InlineData("{0}\nCheck it out!")]
    [InlineData("Re: Please call me back\n\n{0}")]
    public void NamesTitlesAndGreetings_InstructNothing(string wording) => Assert.Equal("ja", Tag(wording, Passage));

    [Theory]
    [InlineData("why it's は and not が in this one {0}")]
    [InlineData("Is \"先生\" a teacher or a doctor here?\n\n{0}")]
    public void AJapaneseWordThatIsMentioned_IsNoEndOfTheInstruction(string wording) => Assert.Equal("en", Tag(wording, Passage));

    [Theory]
    [InlineData("Write a polite letter to a client, with 敬語 where it fits: I cannot come to the meeting tomorrow.")]
    [InlineData("Why is を pronounced o?")]
    [InlineData("What is the difference between 見る and 観る?")]
    [InlineData("difference between は and が")]
    [InlineData("Between さくら and はな, which makes a better name for a cat?")]
    [InlineData("How do I read 今日は in this sentence?")]
    [InlineData("Translate 乾杯 into German.")]
    [InlineData("Summarize the plot of 君の名は in two sentences.")]
    [InlineData("How is the 々 in 佐々木 typed?")]
    [InlineData("Is 凸 a real kanji?")]
    [InlineData("Create a table of verbs: 食べる, 飲む, 書く, 読む with meanings and te-form.")]
    public void AnEnglishSentenceThatMentionsJapanese_IsEnglish(string text) => Assert.Equal("en", Tag(text, ""));

    [Theory]
    [InlineData("look forward to のあとは動名詞ですか、原形ですか。")]
    [InlineData("have to と must の違い")]
    [InlineData("get up と wake up って同じ？")]
    [InlineData("in time と on time の違い、例文つきで")]
    [InlineData("He built a WiFiという表現は自然ですか？")]
    [InlineData("Excel で CSV を 開く")]
    [InlineData("As far as I know を文末に置けますか")]
    public void AJapaneseSentenceThatMentionsEnglish_IsJapanese(string text) => Assert.Equal("ja", Tag(text, ""));

    [Theory]
    [InlineData("No explanations, only the corrected text.\n\n{0}")]
    [InlineData("With footnotes for foreign readers.\n\n{0}")]
    [InlineData("Only the dates.\n{0}")]
    [InlineData("Please Translate This Text Into English\n{0}")]
    [InlineData("For each sentence, tell me if it's a fact or an opinion.\n\n{0}")]
    [InlineData("Lesson learned: {0}")]
    [InlineData("ELI5 this legal notice {0}")]
    [InlineData("tldr Dデイの上陸作戦で北部は解放された。南部はまだ解放されていない。")]
    public void AnOrderNeedsNoVerb(string wording) => Assert.Equal("en", Tag(wording, Passage));

    [Theory]
    [InlineData("what does 食べる mean", "en")]
    [InlineData("how to pronounce 木漏れ日", "en")]
    [InlineData("お前 rude?", "en")]
    [InlineData("docker compose が動かない", "ja")]
    [InlineData("sort by date したい", "ja")]
    [InlineData("as soon as possible を丁寧に", "ja")]
    [InlineData("merge conflict エラー 対処", "ja")]
    public void APhraseOfBothLanguages_BelongsToWhatHoldsItTogether(string text, string expected) => Assert.Equal(expected, Tag(text, ""));

    [Theory]
    [InlineData("{0} って、ことわざに置き換えるなら何？")]
    [InlineData("先生のコメントが {0} だったんですけど、期待していいやつですか")]
    [InlineData("{0}\n↑論文の一節です。新規性がどこにあるのか")]
    [InlineData("皮肉？{0}")]
    [InlineData("見出し {0}")]
    [InlineData("【和訳】{0}")]
    [InlineData("え、{0}")]
    [InlineData("要約 We have another thirty minutes, so we meet again.")]
    [InlineData("{0}\n\nCSV化")]
    [InlineData("{0}\nこわい")]
    public void JapaneseThatTakesUpOrLabelsTheEnglish_IsTheInstruction(string wording) => Assert.Equal("ja", Tag(wording, English));

    [Theory]
    [InlineData("What is the weather like in Osaka in June?\n\nこの質問に答えて", "ja")]
    [InlineData("what does this mean, my coworker just sent it: 明日までに資料を送ってもらえますか？", "en")]
    public void MaterialMayAskToo(string text, string expected) => Assert.Equal(expected, Tag(text, ""));

    [Fact]
    public void WordingsOfOtherAuthors_AreReadAsInstructions()
    {
        Assert.InRange(Share("wordings-en-development.txt", Passage, "en"), 0.99, 1);
        Assert.InRange(Share("wordings-en-development-2.txt", Passage, "en"), 0.96, 1);
        Assert.InRange(Share("wordings-ja-development.txt", English, "ja"), 0.98, 1);
        Assert.InRange(Share("wordings-ja-development-2.txt", English, "ja"), 0.97, 1);
        Assert.InRange(Share("wordings-en-3.txt", Passage, "en"), 0.93, 1);
        Assert.InRange(Share("wordings-en-4.txt", Passage, "en"), 0.98, 1);
        Assert.InRange(Share("wordings-ja-3.txt", English, "ja"), 0.96, 1);
        Assert.InRange(Share("mentions-en-2.txt", Passage, "en"), 0.98, 1);
    }

    [Fact]
    public void Wordings_AreReadTheSameInEveryWriting()
    {
        var flips = new List<string>();
        foreach (var (file, material) in ((string, string)[])[("wordings-en-development.txt", Passage), ("wordings-en-development-2.txt", Passage), ("wordings-ja-development.txt", English), ("wordings-ja-development-2.txt", English), ("latin-edges-ja.txt", Passage), ("latin-edges-ja-3.txt", Passage), ("mentions-en.txt", Passage), ("mentions-en-2.txt", Passage), ("mentions-ja.txt", English), ("wordings-en-3.txt", Passage), ("wordings-en-4.txt", Passage), ("wordings-ja-3.txt", English), ("wordings-ja-5.txt", English)])
        {
            foreach (var text in Lines(file).Select(line => line.Replace("{0}", material, StringComparison.Ordinal)))
            {
                var tag = LanguageDetector.Default.Detect(text).Tag;
                flips.AddRange(LanguageInvarianceTests.Changes.Where(change => LanguageDetector.Default.Detect(change.Change(text)).Tag != tag).Select(change => $"{change.Name}: {tag}: {text}"));
            }
        }

        Assert.Empty(flips);
    }

    private static double Share(string file, string material, string expected) => Lines(file).Average(line => Tag(line, material) == expected ? 1 : 0);

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(ReferenceData.Root(), "tests", "LanguageRouter.Evaluation", "Languages", file)).Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal));

    private static string Tag(string wording, string material) => LanguageDetector.Default.Detect(wording.Replace("{0}", material, StringComparison.Ordinal)).Tag;
}
