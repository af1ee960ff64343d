using System.Text;
using LanguageRouter.Tests.Tokens.SentencePiece;
using LanguageRouter.Tokens;
using LanguageRouter.Tokens.HuggingFace;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tests.Tokens;

/// <summary>A broken file loads, or is an <see cref="InvalidDataException"/>: never another exception, never a crash when it is used.</summary>
public sealed class BrokenTokenizerFileTests
{
    private const string Unigram = """{"added_tokens":[{"id":0,"content":"<unk>","special":true}],"normalizer":{"type":"NFKC"},"pre_tokenizer":{"type":"Metaspace","replacement":"_","prepend_scheme":"first","split":true},"decoder":{"type":"Metaspace","replacement":"_"},"model":{"type":"Unigram","unk_id":0,"byte_fallback":false,"vocab":[["<unk>",0],["a",-1],["日本",-2],["_",-1]]}}""";
    private const string Bpe = """{"added_tokens":[{"id":4,"content":"<s>","special":true},{"id":5,"content":"word","special":false}],"normalizer":null,"pre_tokenizer":{"type":"Split","pattern":{"Regex":"\\p{L}+|\\s"},"behavior":"Isolated","invert":false},"decoder":null,"model":{"type":"BPE","unk_token":"u","vocab":{"a":0,"b":1,"ab":2,"u":3},"merges":["a b"]}}""";

    [Theory]
    [InlineData(Unigram)]
    [InlineData(Bpe)]
    public void AJsonThatIsCutOrChanged(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        Assert.True(Survives(() => TokenizerJsonEncoder.Read(bytes, "t")));
        foreach (var broken in Broken(bytes, [(byte)'9', (byte)'-', (byte)'"', (byte)'[', (byte)'}', 0, 0xFF]))
        {
            Survives(() => TokenizerJsonEncoder.Read(broken, "t"));
        }
    }

    [Theory]
    [InlineData("\"id\":0", "\"id\":2000000000")]
    [InlineData("\"id\":0", "\"id\":-7")]
    [InlineData("\"unk_id\":0", "\"unk_id\":77")]
    [InlineData("\"vocab\":[", "\"vocab\":[[\"a\",-1],")]
    [InlineData("[\"a\",-1]", "[\"a\",1e99]")]
    [InlineData("[\"a\",-1]", "[\"a\"]")]
    [InlineData("\"type\":\"NFKC\"", "\"type\":7")]
    public void AJsonWithAWrongValue(string value, string wrong) =>
        Assert.False(Survives(() => TokenizerJsonEncoder.Read(Encoding.UTF8.GetBytes(Unigram.Replace(value, wrong, StringComparison.Ordinal)), "t")));

    [Fact]
    public void AModelThatIsCutOrChanged()
    {
        var model = new ModelWriter().Specials().Piece("天気", -1).Piece("です", -2).Piece("🎌", 0, PieceKind.UserDefined).ToArray();
        Assert.True(Survives(() => SentencePieceEncoder.Read(model, "t")));
        foreach (var broken in Broken(model, [0, 1, 2, 0x7F, 0x80, 0xFF]))
        {
            Survives(() => SentencePieceEncoder.Read(broken, "t"));
        }
    }

    [Fact]
    public void AModelWithAPieceTwice() => Assert.Contains(
        "piece number 4 is there twice",
        Assert.Throws<InvalidDataException>(() => new ModelWriter().Specials().Piece("天気", -1).Piece("天気", -2).ToEncoder()).Message, StringComparison.Ordinal);

    [Fact]
    public void AFileThatIsFarTooLargeIsNotRead()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path))
            {
                // Weights beside the tokenizer are gigabytes; a sparse file is none on disk.
                file.SetLength(5L * 1024 * 1024 * 1024);
            }

            var counters = new TokenCounters();
            counters.AddSentencePiece("weights", path);
            Assert.Contains("5368709120 bytes", Assert.Single(counters.Validate()), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Every cut, and every byte replaced by each of a few.
    private static IEnumerable<byte[]> Broken(byte[] good, byte[] values)
    {
        for (var at = 0; at < good.Length; at++)
        {
            yield return good[..at];
            foreach (var value in values)
            {
                var changed = good.ToArray();
                changed[at] = value;
                yield return changed;
            }
        }
    }

    private static bool Survives(Func<ITokenEncoder> load)
    {
        ITokenEncoder encoder;
        try
        {
            encoder = load();
        }
        catch (InvalidDataException)
        {
            return false;
        }

        var ids = new List<int>();
        encoder.Encode("ab 日本🎌天気です word\uD800 <s>", ids);
        foreach (var id in ids)
        {
            Assert.InRange(id, 0, encoder.VocabularySize - 1);
            encoder.GetBytes(id);
        }

        return true;
    }
}
