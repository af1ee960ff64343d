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

    internal sealed class Composed : IRewrite
    {
        public string Apply(string text, TextPosition position) => CanonicalComposition.Compose(text);
    }

    /// <summary>The rules of a SentencePiece model inside a tokenizer file.</summary>
    internal sealed class Precompiled(CharsMap rules) : IRewrite
    {
        public string Apply(string text, TextPosition position)
        {
            var result = new StringBuilder(text.Length);
            for (var at = 0; at < text.Length;)
            {
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
                var matched = rules.Match(text.AsSpan(at), rune.Value, out var replacement);
                if (matched > 0)
                {
                    result.Append(Encoding.UTF8.GetString(replacement));
                }
                else
                {
                    result.Append(text, at, length);
                }

                at += Math.Max(matched, matched > 0 ? 0 : length);
            }

            return result.ToString();
        }
    }
}
