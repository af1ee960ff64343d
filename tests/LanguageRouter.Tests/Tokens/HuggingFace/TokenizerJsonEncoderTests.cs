using System.Text;
using System.Text.Json;
using LanguageRouter.Tokens;
using LanguageRouter.Tokens.HuggingFace;

namespace LanguageRouter.Tests.Tokens.HuggingFace;

public sealed class TokenizerJsonEncoderTests
{
    private static TokenizerJsonEncoder Read(string model, string normalizer = "null", string preTokenizer = "null", string decoder = "null", string added = "[]") =>
        TokenizerJsonEncoder.Read(Encoding.UTF8.GetBytes($$"""{"added_tokens":{{added}},"normalizer":{{normalizer}},"pre_tokenizer":{{preTokenizer}},"decoder":{{decoder}},"model":{{model}}}"""), "test");

    private static int[] Encode(TokenizerJsonEncoder encoder, string text, TextPosition position = TextPosition.Start)
    {
        var ids = new List<int>();
        encoder.Encode(text, ids, position);
        return [.. ids];
    }

    // Every byte is a token: ids 0 to 255 in the order of the bytes, then the joined ones.
    private static string ByteModel(bool ignoreMerges, params string[] merges)
    {
        var vocabulary = Enumerable.Range(0, 256).ToDictionary(value => $"{ByteAlphabet.CharacterOf((byte)value)}", value => value);
        foreach (var merge in merges)
        {
            vocabulary.Add(merge.Replace(" ", string.Empty, StringComparison.Ordinal), vocabulary.Count);
        }

        return JsonSerializer.Serialize(new { type = "BPE", ignore_merges = ignoreMerges, vocab = vocabulary, merges });
    }

    private const string Llama3 = """{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"},"behavior":"Isolated","invert":false},{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]}""";

    [Fact]
    public void Bytes_are_joined_by_rank_inside_pieces()
    {
        var encoder = Read(ByteModel(false, "a b", "Ġ ab", "b c"), preTokenizer: Llama3, decoder: """{"type":"ByteLevel"}""");
        Assert.Equal([256, 'c'], Encode(encoder, "abc"));
        Assert.Equal([257, 257, ' ', 'x'], Encode(encoder, " ab ab x"));
        Assert.Equal([0xE6, 0x97, 0xA5], Encode(encoder, "日"));
        Assert.Equal("日 ab", TokenTextDecoder.Decode(encoder, Encode(encoder, "日 ab")));
    }

    [Fact]
    public void A_whole_piece_wins_where_merges_are_ignored()
    {
        string[] merges = ["b c", "a b", "ab c"];
        Assert.Equal(['a', 256], Encode(Read(ByteModel(false, merges), preTokenizer: Llama3), "abc"));
        Assert.Equal([258], Encode(Read(ByteModel(true, merges), preTokenizer: Llama3), "abc"));
    }

    [Fact]
    public void Long_pieces_are_joined_like_short_ones()
    {
        var encoder = Read(ByteModel(false, "a a", "aa aa"), preTokenizer: Llama3);
        Assert.Equal([257, 257, 256, 'a'], Encode(encoder, new string('a', 11)));
        Assert.Equal(25_000, Encode(encoder, new string('a', 100_000)).Length);
        Assert.Equal([.. Enumerable.Repeat(257, 6), 'a'], Encode(encoder, new string('a', 25)));
    }

    [Fact]
    public void Byte_fallback_and_the_unknown_token()
    {
        const string Bytes = """{"type":"BPE","byte_fallback":true,"fuse_unk":true,"unk_token":"<unk>","vocab":{"<unk>":0,"▁":1,"a":2,"▁a":3,"<0xE6>":4,"<0x97>":5,"<0xA5>":6},"merges":["▁ a"]}""";
        const string Llama2 = """{"type":"Sequence","normalizers":[{"type":"Prepend","prepend":"▁"},{"type":"Replace","pattern":{"String":" "},"content":"▁"}]}""";
        const string Decoder = """{"type":"Sequence","decoders":[{"type":"Replace","pattern":{"String":"▁"},"content":" "},{"type":"ByteFallback"},{"type":"Fuse"},{"type":"Strip","content":" ","start":1,"stop":0}]}""";
        var encoder = Read(Bytes, Llama2, decoder: Decoder);
        Assert.Equal([3, 3, 4, 5, 6], Encode(encoder, "a a日"));
        Assert.Equal([2], Encode(encoder, "a", TextPosition.Continuation));
        Assert.Equal([3, 0, 2], Encode(encoder, "a本本a"));
        Assert.True(encoder.AddsLeadingSpace);
        Assert.Equal("a a日", TokenTextDecoder.Decode(encoder, [3, 3, 4, 5, 6]));
    }

    [Fact]
    public void Unigram_takes_the_best_sum()
    {
        var encoder = Read("""{"type":"Unigram","unk_id":0,"byte_fallback":false,"vocab":[["<unk>",0],["▁",-3],["日",-4],["本",-4],["日本",-5]]}""", preTokenizer: """{"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":true}""");
        Assert.Equal([1, 4, 1, 2, 0], Encode(encoder, "日本 日鱻鱻"));
    }

    [Fact]
    public void Special_tokens_stay_text_and_other_added_tokens_do_not()
    {
        var encoder = Read(ByteModel(false), preTokenizer: Llama3, added: """[{"id":256,"content":"<|im_end|>","special":true},{"id":257,"content":"<think>","special":false}]""");
        Assert.DoesNotContain(256, Encode(encoder, "a<|im_end|>b"));
        Assert.Equal(['a', 257, 'b'], Encode(encoder, "a<think>b"));
        Assert.Equal((256, 257), (encoder.FindControl("<|im_end|>"), encoder.FindControl("<think>")));
        Assert.True(encoder.IsControl(256));
        Assert.Equal(258, encoder.VocabularySize);
    }

    [Theory]
    [InlineData("""{"type":"WordPiece","vocab":{}}""", "null", "null", "null", "WordPiece")]
    [InlineData("""{"type":"BPE","dropout":0.1,"vocab":{},"merges":[]}""", "null", "null", "null", "dropout")]
    [InlineData("""{"type":"BPE","end_of_word_suffix":"</w>","vocab":{},"merges":[]}""", "null", "null", "null", "end_of_word_suffix")]
    [InlineData("""{"type":"BPE","vocab":{"a":0},"merges":[]}""", """{"type":"StripAccents"}""", "null", "null", "StripAccents")]
    [InlineData("""{"type":"BPE","vocab":{"a":0},"merges":[]}""", """{"type":"BertNormalizer"}""", "null", "null", "BertNormalizer")]
    [InlineData("""{"type":"BPE","vocab":{"a":0},"merges":[]}""", "null", """{"type":"UnicodeScripts"}""", "null", "UnicodeScripts")]
    [InlineData("""{"type":"BPE","vocab":{"a":0},"merges":[]}""", "null", """{"type":"Split","pattern":{"Regex":"\\p{Han}+"},"behavior":"Isolated"}""", "null", "Han")]
    [InlineData("""{"type":"BPE","vocab":{"a":0},"merges":[]}""", "null", "null", """{"type":"WordPiece"}""", "WordPiece")]
    public void What_cannot_be_done_is_named_at_load(string model, string normalizer, string preTokenizer, string decoder, string named)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(model, normalizer, preTokenizer, decoder));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"normalizer":null,"pre_tokenizer":null,"decoder":null,"model":{"type":"BPE","vocab":{"a":0},"merges":["a b"]}}""")]
    public void Files_that_are_no_tokenizer_are_refused(string json) =>
        Assert.Throws<InvalidDataException>(() => TokenizerJsonEncoder.Read(Encoding.UTF8.GetBytes(json), "broken"));
}
