using System.Text;
using CsCheck;
using LanguageRouter.Tokens;
using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Tests.Tokens;

public sealed class BytePairTokenCounterTests
{
    private const string Japanese = "ルーターは、日本語の質問をそのまま尋ねるか、英語に訳してから尋ねるかを、費用と品質から決めます。データベースの設計について教えてください。";

    private static readonly (BytePairTokenCounter Counter, TiktokenTokenizer Reference)[] Pairs =
    [
        (BytePairTokenCounter.O200kBase, TiktokenTokenizer.CreateForEncoding("o200k_base")),
        (BytePairTokenCounter.Cl100kBase, TiktokenTokenizer.CreateForEncoding("cl100k_base")),
    ];

    [Fact]
    public void Counts_are_those_of_the_library_on_all_reference_texts()
    {
        var texts = ReferenceTexts.All();
        foreach (var (counter, reference) in Pairs)
        {
            Parallel.ForEach(texts, text => AssertSame(counter, reference, text));
        }
    }

    [Fact]
    public void Counts_are_those_of_the_library_on_generated_texts() => GeneratedText.BasicPlane.Sample(
        text =>
        {
            foreach (var (counter, reference) in Pairs)
            {
                AssertSame(counter, reference, text);
            }
        },
        iter: 20_000);

    [Theory]
    [InlineData("it'ſ foo", 4, 5)]
    [InlineData("a\n  ", 3, 3)]
    [InlineData("x \n \n  ", 3, 3)]
    [InlineData("𠮷野家で𩸽を", 12, 13)]
    [InlineData("𝟘𝟙𝟚𝟛", 12, 12)]
    [InlineData("😀👨‍👩‍👧é", 10, 16)]
    [InlineData("𝒳yz's", 5, 5)]
    [InlineData("𐐀𐐨's", 9, 9)]
    public void Counts_are_those_of_tiktoken_outside_the_basic_plane(string text, int o200kBase, int cl100kBase)
    {
        Assert.Equal(o200kBase, BytePairTokenCounter.O200kBase.Count(text));
        Assert.Equal(cl100kBase, BytePairTokenCounter.Cl100kBase.Count(text));
    }

    [Fact]
    public void A_lone_surrogate_counts_as_the_replacement_character() => GeneratedText.Any.Sample(
        text =>
        {
            var whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
            foreach (var (counter, _) in Pairs)
            {
                Assert.Equal(counter.Count(whole), counter.Count(text));
            }
        },
        iter: 5_000);

    [Theory]
    [InlineData("a")]
    [InlineData("-")]
    [InlineData(" ")]
    [InlineData("漢")]
    [InlineData("ー")]
    [InlineData("した")]
    [InlineData("ab")]
    [InlineData("\n")]
    [InlineData(" \n")]
    [InlineData("ありがとう")]
    public void Long_runs_count_as_in_the_library(string unit)
    {
        foreach (var length in new[] { 63, 64, 65, 128, 500, 513, 1500 })
        {
            foreach (var (counter, reference) in Pairs)
            {
                AssertSame(counter, reference, string.Concat(Enumerable.Repeat(unit, length / unit.Length)));
            }
        }
    }

    [Fact]
    public void Random_unbroken_runs_count_as_in_the_library()
    {
        // Two letters only, so that windows meet inside long merges again and again.
        Gen.OneOf('a', 'b', 'e', 't').Array[600, 2000].Select(letters => new string(letters)).Sample(
            text =>
            {
                foreach (var (counter, reference) in Pairs)
                {
                    AssertSame(counter, reference, text);
                }
            },
            iter: 60);
    }

    [Fact]
    public void A_count_up_to_a_limit_is_the_count_or_above_the_limit() => Gen.Select(GeneratedText.Any, Gen.Int[0, 40]).Sample(
        (text, limit) =>
        {
            var exact = BytePairTokenCounter.O200kBase.Count(text);
            var bounded = BytePairTokenCounter.O200kBase.CountUpTo(text, limit);
            Assert.True(exact <= limit ? bounded == exact : bounded > limit);
        },
        iter: 3_000);

    [Fact]
    public void A_count_up_to_a_limit_stops_early()
    {
        var text = string.Concat(Enumerable.Repeat(Japanese, 10_000));
        Assert.InRange(BytePairTokenCounter.O200kBase.CountUpTo(text, 100), 101, 200);
    }

    [Fact]
    public void An_empty_text_has_no_tokens() => Assert.Equal(0, BytePairTokenCounter.O200kBase.Count(string.Empty));

    [Fact]
    public void A_negative_limit_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BytePairTokenCounter.O200kBase.CountUpTo("a", -1));

    [Fact]
    public void Counting_allocates_nothing()
    {
        var text = new StringBuilder().Append(Japanese).Append(" The quick brown fox, and 12345 more.\n").Append('-', 700).Append("😀𠮷").Append('漢', 300).Append('a', 3000).ToString();
        foreach (var (counter, _) in Pairs)
        {
            counter.Count(text);
            var before = GC.GetAllocatedBytesForCurrentThread();
            counter.Count(text);
            counter.CountUpTo(text, 50);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void Threads_count_the_same()
    {
        var texts = GeneratedText.Any.Array[200].Single();
        var expected = texts.Select(t => BytePairTokenCounter.O200kBase.Count(t)).ToArray();
        Parallel.For(0, 4_000, i => Assert.Equal(expected[i % 200], BytePairTokenCounter.O200kBase.Count(texts[i % 200])));
    }

    [Fact]
    public void No_merge_crosses_what_is_taken_for_a_safe_cut()
    {
        // Pairs of characters from the places where tokens end or begin inside one, between texts that could join.
        var random = Gen.Select(Gen.OneOf(" ", "ー", "フ", "し", "無し", "彩", "电", "ა", "र्", "ｯ", "å", "å¤", "選"), Gen.Int[0x80, 0xD7FF], Gen.Int[0x80, 0xD7FF], Gen.OneOf("京", "赛", "信", "覽", "ｮｲ", "名", "ी", "க", "ん", ""));
        random.Sample(
            (left, first, second, right) =>
            {
                var text = left + (char)first + (char)second + right;
                foreach (var (counter, reference) in Pairs)
                {
                    AssertSame(counter, reference, text);
                }
            },
            iter: 30_000);
    }

    private static void AssertSame(BytePairTokenCounter counter, TiktokenTokenizer reference, string text)
    {
        if (text.Any(char.IsSurrogate))
        {
            return;
        }

        var expected = reference.CountTokens(text, considerNormalization: false);
        var actual = counter.Count(text);
        if (expected != actual)
        {
            Assert.Fail($"{counter.Name} counts {actual}, the library {expected}: {string.Join(' ', text.Take(200).Select(c => $"{(int)c:X4}"))}");
        }
    }
}
