using LanguageRouter.Tests.Tokens.SentencePiece;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

/// <summary>A small vocabulary with the control tokens of every named form, so that golden ids can be read.</summary>
internal static class Vocabulary
{
    public static readonly string[] Controls =
    [
        "<s>", "</s>", "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>", "<|end_of_text|>",
        "[INST]", "[/INST]", "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "<bos>", "<eos>", "<start_of_turn>", "<end_of_turn>",
    ];

    /// <param name="asWords">Whether the control tokens are pieces that the tokenizer cuts out of text.</param>
    /// <param name="without">Control tokens that the vocabulary lacks.</param>
    public static SentencePieceEncoder Create(bool asWords = false, params string[] without)
    {
        var writer = new ModelWriter().Piece("<unk>", 0, PieceKind.Unknown);
        foreach (var control in Controls.Except(without))
        {
            writer.Piece(control, 0, asWords ? PieceKind.UserDefined : PieceKind.Control);
        }

        writer.BytePieces();
        foreach (var piece in new[] { "user", "\u2581", "system", "assistant", "model", "INST", "SYS", "指示", "応答", "###", "<<", ">>", "こんにちは", "天気", "です" })
        {
            writer.Piece(piece, -2);
        }

        return writer.Normalizer(3, 0).Normalizer(4, 0).ToEncoder();
    }

    /// <summary>Shows ids as text, control tokens in ⟨⟩ and other tokens between bars.</summary>
    public static string Show(SentencePieceEncoder encoder, IEnumerable<int> ids)
    {
        var names = Controls.Where(control => encoder.FindControl(control) is not null).ToDictionary(control => encoder.FindControl(control)!.Value);
        var text = new System.Text.StringBuilder();
        var pending = new List<byte>();
        foreach (var id in ids)
        {
            if (!names.TryGetValue(id, out var name))
            {
                pending.AddRange(encoder.GetBytes(id));
                continue;
            }

            Flush();
            text.Append('⟨').Append(name).Append('⟩');
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            text.Append(System.Text.Encoding.UTF8.GetString([.. pending]));
            pending.Clear();
        }
    }
}
