using CsCheck;
using LanguageRouter.Paths.Translation.Verification;
using LanguageRouter.Paths.Translation.Verification.Numbers;
using LanguageRouter.Tests.Paths.Translation.Fakes;

namespace LanguageRouter.Tests.Paths.Translation;

public sealed class VerificationTests
{
    [Theory]
    [InlineData("8万ドルです", "It is $80,000.")]
    [InlineData("1億2千万円", "120 million yen")]
    [InlineData("1.5兆円", "1.5 trillion yen")]
    [InlineData("3分の1が残る", "A third is left.")]
    [InlineData("4分の3です", "It is 3/4.")]
    [InlineData("2/3の人", "two-thirds of the people")]
    [InlineData("150%増", "up 150 percent")]
    [InlineData("3割引き", "30% off")]
    [InlineData("令和5年", "in 2023")]
    [InlineData("昭和64年", "1989")]
    [InlineData("10月3日", "October 3")]
    [InlineData("午後3時", "at 15:00")]
    [InlineData("1990年代", "the 90s")]
    [InlineData("2時間半", "2.5 hours")]
    [InlineData("1.5分かかる", "It takes a minute and a half.")]
    [InlineData("30分の番組", "a half-hour show")]
    [InlineData("3ドル50セント", "$3.50")]
    [InlineData("$.20戻る", "$0.20 back")]
    [InlineData("2倍", "twice")]
    [InlineData("12個", "a dozen")]
    [InlineData("３５人", "thirty-five people")]
    [InlineData("三十五人", "35 people")]
    [InlineData("二〇二四年", "2024")]
    [InlineData("105個", "one hundred and five")]
    [InlineData("80匹の8本足", "80 eight-legged")]
    [InlineData("1日1回", "once a day")]
    public void SameValues(string japanese, string english)
    {
        Assert.True(NumberCheck.Agree(japanese, english));
        Assert.True(NumberCheck.Agree(english, japanese));
    }

    [Theory]
    [InlineData("3匹の猫", "4 cats")]
    [InlineData("3匹の猫", "the cats")]
    [InlineData("猫がいる", "There are 5 cats.")]
    [InlineData("8万ドル", "$8,000")]
    [InlineData("3分の1", "1/4")]
    [InlineData("1.5倍", "15 times")]
    [InlineData("12.50円", "1250 yen")]
    [InlineData("5つある", "There are six.")]
    [InlineData("五つある", "There are six.")]
    [InlineData("1,000円", "100 yen")]
    [InlineData("2023年", "2032")]
    public void OtherValues(string japanese, string english)
    {
        Assert.False(NumberCheck.Agree(japanese, english));
        Assert.False(NumberCheck.Agree(english, japanese));
    }

    [Fact]
    public void BracketsThatAreNoPlaceholdersAreNoNumbers()
    {
        Assert.True(NumberCheck.Agree("印⟦は3個", "3 marks ⟦"));
        Assert.False(NumberCheck.Agree("印⟦は3個", "4 marks ⟦ 3"));
    }

    [Theory]
    [InlineData("食べないでください。", "Please eat.", true)]
    [InlineData("食べないでください。", "Please do not eat.", false)]
    [InlineData("行きませんでした。", "She went.", true)]
    [InlineData("行かなければなりません。", "I must go.", false)]
    [InlineData("雨かもしれません。", "It may rain.", false)]
    [InlineData("彼は失敗しなかった。", "He succeeded without fail.", false)]
    [InlineData("できない。", "It is impossible.", false)]
    public void Negations(string japanese, string english, bool differs) => Assert.Equal(differs, NegationCheck.Differs(japanese, english, true));

    [Fact]
    public void EveryPhraseIsFoundInAnyCase() =>
        Assert.All(PhraseCheck.Phrases, phrase =>
        {
            Assert.NotNull(PhraseCheck.Check("猫がいる。", "。" + phrase + "x"));
            Assert.NotNull(PhraseCheck.Check("猫がいる。", "x " + phrase.ToUpperInvariant()));
            Assert.Null(PhraseCheck.Check("sorry help translate text error html service quota rate language requests unauthorized server API AI sure certainly 訳 すみません 文章 テキスト サーバ エラー モデル はい 対応 答え 手伝 文を", phrase));
        });

    [Theory]
    [InlineData("There are three cats.", "StrongNumber")]
    [InlineData("Twenty", "StrongNumber")]
    [InlineData("猫がthreeいる", "StrongNumber")]
    [InlineData("A sentence that is not short, so that its words reach over more than one window of letters: ninety.", "StrongNumber, Negation")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa never", "Negation")]
    [InlineData("thre猫e", "None")]
    [InlineData("", "None")]
    public void Words(string text, string signs) => Assert.Equal(signs, (new CheckedText(text).Signs & (WordSigns.StrongNumber | WordSigns.Negation)).ToString());

    [Fact]
    public void WordsAreThoseOfAPlainLoop() =>
        Gen.String[Gen.OneOf(Gen.Char["abcXYZ abcdefgh'é猫⟦0"]), 0, 200].Sample(text =>
        {
            var words = new List<string>();
            var found = new AsciiWords(text);
            while (found.MoveNext())
            {
                words.Add(text.Substring(found.Start, found.Length));
            }

            Assert.Equal(string.Concat(text.Select(c => char.IsAsciiLetter(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries), words);
        }, iter: 3_000);

    [Fact]
    public void PairsAreFoundAnywhere()
    {
        var pairs = new CharacterPairs("ない", "禁止");
        for (var length = 0; length < 40; length++)
        {
            Assert.False(pairs.AnyIn(new string('な', length)));
            for (var at = 0; at + 2 <= length; at++)
            {
                Assert.True(pairs.AnyIn(new string('い', at) + "禁止" + new string('な', length - at - 2)));
            }
        }
    }

    [Fact]
    public void AlarmsOnHumanAndMachineTranslationsAreWithinTheBars()
    {
        var mgsm = ReferenceData.Lines("mgsm-ja-en/mgsm.jsonl").ToArray();
        double Share(string field) => (double)mgsm.Count(l => !NumberCheck.Agree(l.GetProperty("ja").GetString(), l.GetProperty(field).GetString())) / mgsm.Length;
        Assert.InRange(Share("en"), 0, 0.035);
        Assert.InRange(Share("en_google"), 0, 0.02);
        Assert.InRange(Share("en_nllb"), 24.0 / mgsm.Length, 1);
        foreach (var file in new[] { "flores-devtest", "ami" })
        {
            var pairs = ReferenceData.Lines($"ja-en-parallel/{file}.jsonl").ToArray();
            Assert.InRange((double)pairs.Count(l => !NumberCheck.Agree(l.GetProperty("ja").GetString(), l.GetProperty("en").GetString())) / pairs.Length, 0, 0.05);
            Assert.InRange((double)pairs.Count(l => TranslationVerifier.Compare(l.GetProperty("ja").GetString()!, l.GetProperty("en").GetString()!, new LanguagePair("ja", "en"), null) is not null) / pairs.Length, 0, 0.05);
        }
    }
}
