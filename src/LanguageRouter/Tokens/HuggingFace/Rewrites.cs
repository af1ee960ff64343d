using System.Globalization;
using System.Text;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>The normalizers that tokenizer files ask for.</summary>
internal static class Rewrites
{
    internal sealed class Sequence(IReadOnlyList<IRewrite> rewrites) : IRewrite
    {
        public string Apply(string text, TextPosition position) => rewrites.Aggregate(text, (current, rewrite) => rewrite.Apply(current, position));
    }

    internal sealed class Prepend(string words) : IRewrite
    {
        public string Apply(string text, TextPosition position) => position == TextPosition.Start && text.Length > 0 ? words + text : text;
    }

    internal sealed class Replace(string words, string content) : IRewrite
    {
        public string Apply(string text, TextPosition position) => text.Replace(words, content, StringComparison.Ordinal);
    }

    internal sealed class ReplacePattern(Pattern pattern, string content) : IRewrite
    {
        public string Apply(string text, TextPosition position)
        {
            var result = new StringBuilder(text.Length);
            var from = 0;
            while (pattern.Find(text, from, out var start, out var end))
            {
                result.Append(text, from, start - from).Append(content);
                from = end;
            }

            return result.Append(text, from, text.Length - from).ToString();
        }
    }

    internal sealed class Strip(bool left, bool right) : IRewrite
    {
        public string Apply(string text, TextPosition position)
        {
            text = left ? text.TrimStart() : text;
            return right ? text.TrimEnd() : text;
        }
    }

    internal sealed class Form(NormalizationForm form) : IRewrite
    {
        public string Apply(string text, TextPosition position) => UnicodeNormalization.Apply(text, form);
    }

    internal sealed class Lowercase : IRewrite
    {
        public string Apply(string text, TextPosition position) => LowercaseMapping.Apply(text);
    }

    /// <summary>The rules of a SentencePiece model inside a tokenizer file, as the Rust library reads them.</summary>
    /// <remarks>
    /// Not as SentencePiece does: a grapheme of under six bytes gives way whole to the first rule that it starts with, a larger one
    /// character by character. Source: <c>Precompiled</c> of huggingface/tokenizers.
    /// </remarks>
    internal sealed class Precompiled(CharsMap rules) : IRewrite
    {
        private const int LongestWhole = 5;

        public string Apply(string text, TextPosition position)
        {
            var result = new StringBuilder(text.Length);
            Span<byte> utf8 = stackalloc byte[LongestWhole];
            for (var rest = text.AsSpan(); !rest.IsEmpty;)
            {
                var grapheme = rest[..StringInfo.GetNextTextElementLength(rest)];
                rest = rest[grapheme.Length..];
                if (Encoding.UTF8.TryGetBytes(grapheme, utf8, out var written) && rules.TryMatchFirst(utf8[..written], out var whole))
                {
                    result.Append(Encoding.UTF8.GetString(whole));
                    continue;
                }

                foreach (var rune in grapheme.EnumerateRunes())
                {
                    var part = utf8[..rune.EncodeToUtf8(utf8)];
                    result.Append(rules.TryMatchFirst(part, out var replacement) ? Encoding.UTF8.GetString(replacement) : rune.ToString());
                }
            }

            return result.ToString();
        }
    }
}
