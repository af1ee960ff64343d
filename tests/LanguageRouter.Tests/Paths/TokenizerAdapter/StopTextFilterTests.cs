using CsCheck;
using LanguageRouter.Paths.TokenizerAdapter;

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

public sealed class StopTextFilterTests
{
    [Fact]
    public void Any_cutting_gives_what_the_whole_text_gives() =>
        Gen.Select(Gen.String[Gen.Char['a', 'c'], 0, 40], Gen.String[Gen.Char['a', 'c'], 1, 4].Array[0, 3], Gen.Int[1, 5]).Sample((text, stops, size) =>
        {
            var filter = new StopTextFilter(stops);
            var result = string.Concat(text.Chunk(size).Select(part => filter.Append(new string(part)))) + filter.Flush();
            var end = stops.Select(stop => text.IndexOf(stop, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(text.Length).Min();

            // Of two stop texts that overlap, the one that is complete first ends the text.
            Assert.True(result == text[..end] || (stops.Length > 1 && filter.Stopped && text.StartsWith(result, StringComparison.Ordinal)));
            Assert.Equal(end < text.Length, filter.Stopped);
        });
}
