using LanguageRouter.Tokens;
using NSubstitute;

namespace LanguageRouter.Tests.Tokens;

public sealed class TokenCountersTests
{
    [Fact]
    public void Built_in_tokenizers_are_known_by_name()
    {
        var counters = new TokenCounters();
        Assert.Same(BytePairTokenCounter.O200kBase, counters.Get("o200k_base"));
        Assert.Same(BytePairTokenCounter.Cl100kBase, counters.Get("cl100k_base"));
        Assert.Equal(["cl100k_base", "o200k_base"], counters.Names);
    }

    [Fact]
    public void An_unknown_name_is_an_error_with_the_fix()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => new TokenCounters().Get("o200k"));
        Assert.Contains("'o200k'", error.Message, StringComparison.Ordinal);
        Assert.Contains("o200k_base", error.Message, StringComparison.Ordinal);
        Assert.False(new TokenCounters().TryGet("o200k", out _));
    }

    [Fact]
    public void A_missing_file_is_reported_by_validation_and_at_use()
    {
        var counters = new TokenCounters();
        counters.AddSentencePiece("mine", "/nowhere/mine.model");
        var error = Assert.Single(counters.Validate());
        Assert.Contains("'mine'", error, StringComparison.Ordinal);
        Assert.Contains("/nowhere/mine.model", error, StringComparison.Ordinal);
        Assert.Equal(error, Assert.Throws<InvalidDataException>(() => counters.Get("mine")).Message);
    }

    [Theory]
    [InlineData("{\"model\": {\"type\": \"BPE\"}}")]
    [InlineData("")]
    [InlineData("\u0001\u0002\u0003")]
    public void A_file_of_another_kind_is_reported(string content)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);
            var counters = new TokenCounters();
            counters.AddSentencePiece("mine", path);
            Assert.Contains(path, Assert.Single(counters.Validate()), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_name_is_taken_once()
    {
        var counters = new TokenCounters();
        var counter = Substitute.For<ITokenCounter>();
        counter.Name.Returns("mine");
        counters.Add(counter);
        Assert.Same(counter, counters.Get("mine"));
        Assert.Throws<ArgumentException>(() => counters.Add(counter));
        Assert.Throws<ArgumentException>(() => counters.AddSentencePiece("o200k_base", "x.model"));
    }

    [Fact]
    public void A_SentencePiece_model_is_loaded_once_and_counts_without_markers()
    {
        var counters = new TokenCounters();
        counters.AddSentencePiece("llm-jp", ReferenceTexts.PathOf("ja-tokenizers/llm-jp-tokenizer-100k.ver3.1.model"));
        Assert.Empty(counters.Validate());
        var counter = counters.Get("llm-jp");
        Assert.Same(counter, counters.Get("llm-jp"));
        Assert.Equal("llm-jp", counter.Name);
        Assert.Equal(0, counter.Count(string.Empty));
        Assert.InRange(counter.Count("日本語の質問に答えてください。"), 4, 12);
    }
}
