using System.Text;
using CsCheck;
using LanguageRouter.Tokens;

namespace LanguageRouter.Tests.Tokens;

public sealed class TextProfileTests
{
    [Fact]
    public void Bytes_are_those_of_the_encoding() => GeneratedText.Any.Sample(
        text => Assert.Equal(Encoding.UTF8.GetByteCount(text), TextProfile.Measure(text).Utf8Bytes),
        iter: 10_000);

    [Fact]
    public void A_packed_profile_is_the_same_profile() => GeneratedText.Any.Sample(
        text =>
        {
            var profile = TextProfile.Measure(text);
            Assert.Equal(profile, PackedProfile.Of(profile).Unpack());
            var huge = profile;
            for (var i = 0; i < 18; i++)
            {
                huge += huge;
            }

            Assert.Equal(huge, PackedProfile.Of(huge).Unpack());
        },
        iter: 300);

    [Fact]
    public void Masks_count_as_a_loop_over_the_characters_does() => GeneratedText.Any.Array[1, 6].Select(string.Concat).Sample(
        text =>
        {
            var profile = TextProfile.Measure(text);
            Assert.Equal(text.Length, profile.Length);
            Assert.Equal(text.Count(char.IsAsciiLetter), profile.AsciiLetters);
            Assert.Equal(text.Count(c => c is >= '\u3041' and <= '\u3096'), profile[TextFeature.Hiragana]);
            Assert.Equal(text.Count(c => c is >= '\u30A1' and <= '\u30FE' and not '\u30FB'), profile[TextFeature.Katakana]);
            Assert.Equal(text.Count(c => c is >= '\u4E00' and <= '\u9FFF'), profile[TextFeature.Kanji]);
            Assert.Equal(text.Count(char.IsAsciiDigit), profile[TextFeature.Digits]);
            Assert.Equal(Runs(text, char.IsAsciiDigit), profile[TextFeature.DigitRuns]);
            Assert.Equal(Runs(text, char.IsAsciiLetter), profile[TextFeature.WordStarts]);
            Assert.Equal(Runs(text, c => c is >= '\u4E00' and <= '\u9FFF'), profile[TextFeature.KanjiRuns]);
            Assert.Equal(Nth(text, 4), profile[TextFeature.FourthLetters]);
            Assert.Equal(Nth(text, 6), profile[TextFeature.SixthLetters]);
            Assert.Equal(Nth(text, 8), profile[TextFeature.EighthLetters]);
            Assert.Equal(Nth(text, 10), profile[TextFeature.TenthLetters]);
            Assert.Equal(Nth(text, 12), profile[TextFeature.TwelfthLetters]);
            Assert.Equal(text.Count(c => "のはをにがとでも".Contains(c)), profile[TextFeature.Particles]);
            Assert.Equal(text.Count(c => "いうしすたてなるまれん".Contains(c)), profile[TextFeature.Endings]);
            Assert.Equal(text.Sum(c => (int)(CharacterWeights.Table[c] >> 16 & 0xFF)), profile[TextFeature.O200kLeast]);
            Assert.Equal(text.Sum(c => (int)(CharacterWeights.Table[c] >> 24)), profile[TextFeature.Cl100kLeast]);
            Assert.Equal(text.Count(c => c == 'ー'), profile[TextFeature.LongVowels]);
            Assert.Equal(text.Count(c => "aeiou".Contains(c)), profile[TextFeature.Vowels]);
            Assert.Equal(Triples(text, char.IsAsciiLetter, c => c == '\'', char.IsAsciiLetter), profile[TextFeature.Contractions]);
            Assert.Equal(Triples(text, char.IsAsciiLetter, c => IsSign(c) && c != '\'', char.IsAsciiLetter), profile[TextFeature.InnerSigns]);
            Assert.Equal(Triples(text, IsConsonant, IsConsonant, IsConsonant), profile[TextFeature.ThirdConsonants]);
            Assert.Equal(Enumerable.Range(1, Math.Max(0, text.Length - 1)).Count(i => text[i - 1] == ' ' && IsSign(text[i])), profile[TextFeature.SignsAfterSpace]);
            Assert.Equal(text.Sum(c => (int)(CharacterWeights.Table[c] & 0xFF)), profile[TextFeature.O200kWeight]);
            Assert.Equal(text.Sum(c => (int)(CharacterWeights.Table[c] >> 8 & 0xFF)), profile[TextFeature.Cl100kWeight]);
        },
        iter: 5_000);

    [Fact]
    public void Profiles_add_up() => Gen.Select(GeneratedText.Any, GeneratedText.Any).Sample(
        (one, two) =>
        {
            var (left, right) = (TextProfile.Measure(one), TextProfile.Measure(two));
            var sum = left + right;
            Assert.Equal(right + left, sum);
            Assert.Equal(TextProfile.Add(left, right), sum);
            Assert.Equal(left.Utf8Bytes + right.Utf8Bytes, sum.Utf8Bytes);
            Assert.Equal(left.JapaneseCharacters + right.JapaneseCharacters, sum.JapaneseCharacters);
            Assert.True(left + default(TextProfile) == left);
        },
        iter: 1_000);

    [Fact]
    public void Measuring_allocates_nothing()
    {
        var text = new string('あ', 1000) + new string('x', 500);
        TextProfile.Measure(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TextProfile.Measure(text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int Runs(string text, Func<char, bool> kind) => text.Where((c, i) => kind(c) && (i == 0 || !kind(text[i - 1]))).Count();

    private static bool IsSign(char c) => c < 0x80 && !char.IsAsciiLetterOrDigit(c) && c is not (' ' or '\n' or '\r');

    private static bool IsConsonant(char c) => char.IsAsciiLetter(c) && !"aeiou".Contains(c);

    private static int Triples(string text, Func<char, bool> first, Func<char, bool> second, Func<char, bool> third) =>
        Enumerable.Range(2, Math.Max(0, text.Length - 2)).Count(i => first(text[i - 2]) && second(text[i - 1]) && third(text[i]));

    private static int Nth(string text, int place) => text.Where((_, i) => i + 1 >= place && text.AsSpan(i + 1 - place, place).IndexOfAnyExcept(Letters) < 0).Count();

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
