using LanguageRouter.Tokens;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tests.Tokens.SentencePiece;

public sealed class SentencePieceEncoderTests
{
    private const int Bpe = 2;

    private static ModelWriter Small() => new ModelWriter().Specials().BytePieces()
        .Piece("\u2581", -3).Piece("a", -2).Piece("b", -2.5f).Piece("ab", -3).Piece("\u2581a", -2.2f).Piece("日", -4).Piece("日本", -5).Piece("本", -4)
        .Normalizer(4, 0);

    private static int[] Encode(SentencePieceEncoder encoder, string text, TextPosition position = TextPosition.Start)
    {
        var ids = new List<int>();
        encoder.Encode(text, ids, position);
        Assert.True(position != TextPosition.Start || encoder.Count(text) == ids.Count);
        return [.. ids];
    }

    [Fact]
    public void Best_sum_of_scores_wins()
    {
        var encoder = Small().ToEncoder();

        // ▁a + b = -4.7 beats ▁ + ab = -6.
        Assert.Equal([263, 261], Encode(encoder, "ab"));
        Assert.Equal([259, 265], Encode(encoder, "日本"));
        Assert.Equal([265], Encode(encoder, "日本", TextPosition.Continuation));
    }

    [Fact]
    public void Characters_without_a_piece_become_their_bytes()
    {
        var encoder = Small().ToEncoder();
        Assert.Equal([263, 3 + 0xE9, 3 + 0xB1, 3 + 0xBB], Encode(encoder, "a鱻"));
        Assert.Equal([259, 3 + 0xEF, 3 + 0xBF, 3 + 0xBD], Encode(encoder, "\uD800"));
    }

    [Fact]
    public void LlamaCpp_reading_fuses_characters_without_a_piece_into_one_unknown_id()
    {
        var encoder = Small().ToEncoder(SentencePieceDialect.LlamaCpp);
        Assert.Equal([263, 0, 260], Encode(encoder, "a鱻鱻a"));
        Assert.Equal([259], Encode(encoder, " "));
    }

    [Fact]
    public void Empty_text_has_no_tokens() => Assert.Empty(Encode(Small().ToEncoder(), string.Empty));

    [Fact]
    public void Written_control_tokens_are_text()
    {
        var encoder = Small().ToEncoder();
        Assert.DoesNotContain(Encode(encoder, "<s>a</s><unk><0x0A>"), id => id is 0 or 1 or 2 or 3 + 0x0A);
        Assert.Equal(1, encoder.FindControl("<s>"));
        Assert.Null(encoder.FindControl("<0x0A>"));
        Assert.Null(encoder.FindControl("a"));
        Assert.True(encoder.IsControl(2));
        Assert.True(encoder.GetBytes(2).IsEmpty);
    }

    [Fact]
    public void User_defined_pieces_are_cut_out_whole()
    {
        var unigram = Small().Piece("aba", 0, PieceKind.UserDefined).Piece("ba", -0.1f).ToEncoder();
        Assert.Contains(267, Encode(unigram, "xaba"));

        var bpe = Small().Piece("aba", 0, PieceKind.UserDefined).Trainer(3, Bpe).ToEncoder();
        Assert.Equal([259, 267, 261], Encode(bpe, "abab"));
    }

    [Fact]
    public void Bpe_joins_the_best_pair_first_and_the_leftmost_of_equals()
    {
        var encoder = new ModelWriter().Specials().Piece("a", -9).Piece("aa", -1).Piece("b", -9).Piece("ab", -0.5f)
            .Trainer(3, Bpe).Normalizer(3, 0).Normalizer(4, 0).ToEncoder();
        Assert.Equal([4, 3], Encode(encoder, "aaa"));
        Assert.Equal([4, 6], Encode(encoder, "aaab"));
    }

    [Fact]
    public void Bpe_takes_unused_pieces_apart_again()
    {
        var encoder = new ModelWriter().Specials().Piece("a", -9).Piece("b", -9).Piece("ab", -1, PieceKind.Unused).Piece("abab", -0.5f)
            .Trainer(3, Bpe).Normalizer(3, 0).Normalizer(4, 0).ToEncoder();
        Assert.Equal([3, 4], Encode(encoder, "ab"));
        Assert.Equal([6], Encode(encoder, "abab"));
    }

    [Fact]
    public void Extra_spaces_are_removed_where_the_model_says_so()
    {
        var encoder = Small().Normalizer(4, 1).ToEncoder();
        Assert.Equal(Encode(encoder, "a ab"), Encode(encoder, "   a    ab  "));
        Assert.Empty(Encode(encoder, "    "));
    }

    [Fact]
    public void Whitespace_as_suffix_puts_the_mark_behind()
    {
        var encoder = new ModelWriter().Specials().Piece("a", -1).Piece("\u2581", -1).Trainer(24, 1).Normalizer(4, 0).ToEncoder();
        Assert.Equal([3, 4], Encode(encoder, "a"));
    }

    [Theory]
    [InlineData(3, "Word")]
    [InlineData(4, "Char")]
    public void Unsupported_model_types_are_named(int algorithm, string name)
    {
        var error = Assert.Throws<InvalidDataException>(() => new ModelWriter().Specials().Trainer(3, algorithm).ToEncoder());
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_model_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => SentencePieceEncoder.Read([], "empty"));
        Assert.Throws<InvalidDataException>(() => SentencePieceEncoder.Read("{\"json\": true}"u8, "json"));
        var model = Small().ToArray();
        Assert.Throws<InvalidDataException>(() => SentencePieceEncoder.Read(model.AsSpan(0, model.Length / 2 + 1), "cut"));
        Assert.Throws<FileNotFoundException>(() => SentencePieceEncoder.Load("no-such.model"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Bpe)]
    public void Long_runs_take_linear_time(int algorithm)
    {
        var encoder = Small().Trainer(3, algorithm).ToEncoder();
        var ids = Encode(encoder, new string('a', 300_000));
        Assert.InRange(ids.Length, 100_000, 300_000);
    }

    [Fact]
    public void Counting_up_to_a_limit_is_exact_below_it()
    {
        var encoder = Small().ToEncoder();
        Assert.Equal(2, encoder.CountUpTo("ab", 5));
        Assert.True(encoder.CountUpTo(new string('a', 10_000), 10) > 10);
    }
}
