using CsCheck;
using LanguageRouter.Tokens;

namespace LanguageRouter.Tests.Tokens;

public sealed class TokenBoundsTests
{
    private static readonly BytePairTokenCounter[] Counters = [BytePairTokenCounter.O200kBase, BytePairTokenCounter.Cl100kBase];

    [Fact]
    public void Bounds_hold_on_generated_texts() => GeneratedText.Any.Sample(AssertHolds, iter: 40_000);

    [Fact]
    public void Bounds_hold_where_pieces_of_every_kind_meet() =>
        Gen.OneOf("a", "Z", "1", "２", "²", "٣", " ", "\n", "\r", "\t", "'", "'s", "!", "/", "、", "。", "「", "々", "〇", "〆", "・", "ー", "あ", "ア", "漢", "\u3099", "\u3000", "é", "！", "１", "\u0301", "\u200D", "≪", "😀", "\uD840")
            .Array[1, 24].Select(string.Concat).Sample(AssertHolds, iter: 60_000);

    [Fact]
    public void Bounds_hold_on_all_reference_texts() => Parallel.ForEach(ReferenceTexts.All(), AssertHolds);

    [Fact]
    public void Bounds_hold_on_every_character_beside_others()
    {
        foreach (var pattern in new[] { "{0}", " {0}", "ー{0}", "し{0}", "a{0}b", "{0}{0}{0}", "京{0}京", "\u0E40{0}", "1{0}1", "{0} 1" })
        {
            for (var unit = 1; unit <= char.MaxValue; unit++)
            {
                AssertHolds(pattern.Replace("{0}", ((char)unit).ToString(), StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void The_weights_are_those_of_the_vocabularies()
    {
        for (var unit = 0x80; unit <= char.MaxValue; unit++)
        {
            if (!char.IsSurrogate((char)unit))
            {
                Assert.Equal(Counters[0].Model.MostTokens((char)unit), (int)(CharacterWeights.Table[unit] & 0xFF));
                Assert.Equal(Counters[1].Model.MostTokens((char)unit), (int)(CharacterWeights.Table[unit] >> 8 & 0xFF));
            }
        }
    }

    [Fact]
    public void The_least_weights_of_what_ends_in_a_token_are_at_most_one_token()
    {
        foreach (var (vocabulary, shift) in new[] { (BytePairVocabulary.LoadO200kBase(), 16), (BytePairVocabulary.LoadCl100kBase(), 24) })
        {
            for (var id = 0; id < vocabulary.Count; id++)
            {
                var token = vocabulary[id];
                var beginsInside = (token[0] & 0xC0) == 0x80;
                var text = System.Text.Encoding.UTF8.GetString(token).Replace("\uFFFD", string.Empty, StringComparison.Ordinal);
                var weight = text.Sum(c => (int)(CharacterWeights.Table[c] >> shift & 0xFF));
                Assert.True(weight <= (beginsInside ? 0 : CharacterWeights.Parts), $"Token {id} '{text}' weighs {weight}.");
            }
        }
    }

    [Fact]
    public void Bounds_hold_for_SentencePiece_with_byte_fallback()
    {
        var counters = new TokenCounters();
        counters.AddSentencePiece("llm-jp", ReferenceTexts.PathOf("ja-tokenizers/llm-jp-tokenizer-100k.ver3.1.model"));
        var counter = counters.Get("llm-jp");
        GeneratedText.Any.Sample(
            text =>
            {
                var interval = TokenBounds.Estimate("llm-jp", TextProfile.Measure(text));
                Assert.InRange(counter.Count(text), interval.Low, interval.High);
            },
            iter: 5_000);
    }

    [Fact]
    public void A_sum_of_profiles_bounds_the_sum_of_counts() => GeneratedText.Any.Array[1, 5].Sample(
        texts =>
        {
            var sum = texts.Aggregate(default(TextProfile), (sum, text) => sum + TextProfile.Measure(text));
            foreach (var counter in Counters)
            {
                var interval = TokenBounds.Estimate(counter.Name, sum);
                Assert.InRange(texts.Sum(text => counter.Count(text)), interval.Low, interval.High);
            }
        },
        iter: 3_000);

    [Fact]
    public void Likely_values_lie_near_on_plain_texts()
    {
        foreach (var text in new[]
        {
            "ルーターは、日本語の質問をそのまま尋ねるか、英語に訳してから尋ねるかを、費用と品質から決めます。長い文章では、見積もりの誤差は小さくなります。",
            "The router decides whether a question is asked in Japanese or translated first, from what it costs and how good the answers are. Estimates of longer texts are closer.",
        })
        {
            foreach (var counter in Counters)
            {
                var likely = TokenBounds.Estimate(counter.Name, TextProfile.Measure(text)).Likely;
                Assert.InRange(likely, 0.8 * counter.Count(text), 1.25 * counter.Count(text));
            }
        }
    }

    [Fact]
    public void Fits_are_named()
    {
        Assert.Equal("o200k_base", TokenBounds.FitOf("o200k_base"));
        Assert.Equal("llm-jp", TokenBounds.FitOf("llm-jp-3.1-8b"));
        Assert.Equal("generic", TokenBounds.FitOf("some-model"));
        Assert.Equal(TokenInterval.Zero, TokenBounds.Estimate("o200k_base", default));
    }

    [Fact]
    public void Translations_are_estimated_both_ways()
    {
        var japanese = TextProfile.Measure("第二次世界大戦のあと、多くの国々が独立を果たしました。その理由について、三つの例を挙げて説明してください。");
        var english = TokenBoundsTests.EnglishTokens(japanese);
        Assert.InRange(english.Likely, 15, 45);
        Assert.True(english.Low < english.Likely && english.Likely < english.High);
        var back = TranslatedLength.ToJapanese("o200k_base", TextProfile.Measure("After the Second World War many countries became independent. Explain why, with three examples."));
        Assert.InRange(back.Likely, 15, 50);
        Assert.Equal(TokenInterval.Zero, TranslatedLength.ToEnglish("o200k_base", default));
    }

    private static TokenInterval EnglishTokens(TextProfile japanese) => TranslatedLength.ToEnglish("o200k_base", japanese);

    private static void AssertHolds(string text)
    {
        var profile = TextProfile.Measure(text);
        foreach (var counter in Counters)
        {
            var interval = TokenBounds.Estimate(counter.Name, profile);
            var tokens = counter.Count(text);
            if (tokens < interval.Low || tokens > interval.High || interval.Likely < interval.Low || interval.Likely > interval.High)
            {
                Assert.Fail($"{counter.Name}: {tokens} tokens, estimated {interval}: {string.Join(' ', text.Take(100).Select(c => $"{(int)c:X4}"))}");
            }
        }
    }
}
