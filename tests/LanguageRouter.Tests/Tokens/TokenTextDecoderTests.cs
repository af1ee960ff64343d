using CsCheck;
using LanguageRouter.Tests.Paths.TokenizerAdapter;
using LanguageRouter.Tokens;

namespace LanguageRouter.Tests.Tokens;

public sealed class TokenTextDecoderTests
{
    private static readonly LanguageRouter.Tokens.SentencePiece.SentencePieceEncoder Encoder = Vocabulary.Create();

    [Fact]
    public void Any_cutting_of_ids_gives_the_same_text() =>
        Gen.Select(Gen.Int[0, Encoder.VocabularySize - 1].Array[0, 60], Gen.Int[1, 7]).Sample((ids, size) =>
        {
            var decoder = new TokenTextDecoder(Encoder);
            var pieces = string.Concat(ids.Chunk(size).Select(part => decoder.Append(part))) + decoder.Flush();
            Assert.Equal(TokenTextDecoder.Decode(Encoder, ids), pieces);
        });

    [Fact]
    public void What_is_encoded_is_decoded() =>
        Gen.String[0, 60].Sample(text =>
        {
            var ids = new List<int>();
            Encoder.Encode(text, ids);
            var wellFormed = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Replace('\u2581', ' ');
            Assert.Equal(wellFormed, TokenTextDecoder.Decode(Encoder, [.. ids]));
        });

    [Fact]
    public void A_character_is_held_back_until_it_is_whole()
    {
        var ids = new List<int>();
        Encoder.Encode("鱻", ids);
        var decoder = new TokenTextDecoder(Encoder);
        Assert.Equal(["", "", "鱻"], ids.Select(id => decoder.Append([id])));
        Assert.Equal(string.Empty, decoder.Flush());
        Assert.Equal("\uFFFD", TokenTextDecoder.Decode(Encoder, [ids[0], ids[1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => decoder.Append([Encoder.VocabularySize]));
    }
}
