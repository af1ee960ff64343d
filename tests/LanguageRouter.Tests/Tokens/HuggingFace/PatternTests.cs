using LanguageRouter.Tokens.HuggingFace;

namespace LanguageRouter.Tests.Tokens.HuggingFace;

public sealed class PatternTests
{
    private static string[] Split(string pattern, string text)
    {
        var parts = new List<string>();
        var compiled = new Pattern(pattern);
        for (var from = 0; compiled.Find(text, from, out var start, out var end); from = end)
        {
            parts.Add(text[start..end]);
        }

        return [.. parts];
    }

    [Theory]
    [InlineData(@"\p{L}+", "a𠮷b1日", "a𠮷b|日")]
    [InlineData(@"\p{N}{1,3}", "12345", "123|45")]
    [InlineData(@"\s+(?!\S)|\s+", "a   b", "  | ")]
    [InlineData(@"(?i:'s|'t)", "'S'ſ't", "'S|'ſ|'t")]
    [InlineData(@"[^\s\p{L}]+", "a!?b", "!?")]
    [InlineData(@"[一-龥぀-ゟ]+", "aかな漢b", "かな漢")]
    [InlineData(@"a(?:bc)?d|a", "abcdadab", "abcd|ad|a")]
    [InlineData(@"[\p{Lu}\p{Lo}]*[\p{Ll}\p{Lo}]+", "ABcd日E", "ABcd日")]
    [InlineData(@"[+\-*/^]", "1+2-3^4", "+|-|^")]
    [InlineData("\\u3042|\\x41", "あA", "あ|A")]
    public void Matches_are_those_of_the_reference(string pattern, string text, string expected) => Assert.Equal(expected.Split('|'), Split(pattern, text));

    [Theory]
    [InlineData(@"(a|b)+")]
    [InlineData(@"a+?")]
    [InlineData(@"(?<=a)b")]
    [InlineData(@"\bword")]
    [InlineData(@"[a&&b]")]
    [InlineData(@"(a")]
    [InlineData(@"\p{Han}")]
    [InlineData(@"a)")]
    public void What_is_not_supported_is_an_error(string pattern) => Assert.Throws<InvalidDataException>(() => new Pattern(pattern));

    [Fact]
    public void Long_runs_take_linear_time()
    {
        const string O200k = @"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+";
        foreach (var character in new[] { "A", "日", " ", "!", "a", "\n", "\u3099" })
        {
            Assert.Equal(300_000, Split(O200k, string.Concat(Enumerable.Repeat(character, 300_000))).Sum(part => part.Length));
        }
    }
}
