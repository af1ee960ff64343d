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
    public void NamesTitlesAndGreetings_InstructNothing(string wording) => Assert.Equal("ja", Tag(wording, Passage));

    [Theory]
    [InlineData("why it's は and not が in this one {0}")]
    [InlineData("Is \"先生\" a teacher or a doctor here?\n\n{0}")]
    public void AJapaneseWordThatIsMentioned_IsNoEndOfTheInstruction(string wording) => Assert.Equal("en", Tag(wording, Passage));

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
    }

    [Fact]
    public void Wordings_AreReadTheSameInEveryWriting()
    {
        var flips = new List<string>();
        foreach (var (file, material) in ((string, string)[])[("wordings-en-development.txt", Passage), ("wordings-en-development-2.txt", Passage), ("wordings-ja-development.txt", English), ("wordings-ja-development-2.txt", English), ("latin-edges-ja.txt", Passage), ("mentions-en.txt", Passage)])
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
