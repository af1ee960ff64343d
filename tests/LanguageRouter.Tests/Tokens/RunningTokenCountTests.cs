using CsCheck;
using LanguageRouter.Tokens;

namespace LanguageRouter.Tests.Tokens;

public sealed class RunningTokenCountTests
{
    [Fact]
    public void Every_addition_counts_as_the_whole_text()
    {
        foreach (var counter in new[] { BytePairTokenCounter.O200kBase, BytePairTokenCounter.Cl100kBase })
        {
            Gen.Select(GeneratedText.Any, Gen.Int[1, 9].Array[1, 40]).Sample(
                (text, steps) =>
                {
                    var running = new RunningTokenCount(counter);
                    var at = 0;
                    for (var step = 0; at < text.Length; step++)
                    {
                        var length = Math.Min(steps[step % steps.Length], text.Length - at);
                        running.Append(text.AsSpan(at, length));
                        at += length;
                        Assert.Equal(counter.Count(text.AsSpan(0, at)), running.Tokens);
                    }
                },
                iter: 4_000);
        }
    }

    [Fact]
    public void Contractions_spaces_and_pairs_join_across_additions()
    {
        var running = new RunningTokenCount(BytePairTokenCounter.O200kBase);
        var text = "they'll  go\n\n  \n𠮷野";
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Equal(BytePairTokenCounter.O200kBase.Count(text.AsSpan(0, i + 1)), running.Append(text.AsSpan(i, 1)));
        }
    }

    [Fact]
    public void An_empty_addition_changes_nothing()
    {
        var running = new RunningTokenCount(BytePairTokenCounter.O200kBase);
        Assert.Equal(0, running.Append(string.Empty));
        running.Append("one two");
        Assert.Equal(2, running.Append(string.Empty));
    }
}
