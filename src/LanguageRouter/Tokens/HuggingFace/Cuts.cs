using System.Globalization;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>The pre-tokenizers that tokenizer files ask for.</summary>
internal static class Cuts
{
    /// <summary>Cuts where a finder finds something.</summary>
    internal delegate bool Find(string text, int from, out int start, out int end);

    internal sealed class Sequence(IReadOnlyList<ICut> cuts) : ICut
    {
        public void Cut(string piece, bool isFirst, TextPosition position, List<string> result)
        {
            List<string> pieces = [piece];
            foreach (var cut in cuts)
            {
                var next = new List<string>(pieces.Count);
                for (var i = 0; i < pieces.Count; i++)
                {
                    cut.Cut(pieces[i], isFirst && i == 0, position, next);
                }

                pieces = next;
            }

            result.AddRange(pieces);
        }
    }

    internal sealed class Split(Find find, CutBehavior behavior, bool invert) : ICut
    {
        public void Cut(string piece, bool isFirst, TextPosition position, List<string> result)
        {
            // The text as a row of parts, each a match or not.
            var parts = new List<(int Start, int End, bool IsMatch)>();
            var from = 0;
            while (find(piece, from, out var start, out var end))
            {
                Add(from, start, invert);
                Add(start, end, !invert);
                from = end;
            }

            Add(from, piece.Length, invert);
            Emit(piece, parts, result);

            void Add(int start, int end, bool isMatch)
            {
                if (end > start)
                {
                    parts.Add((start, end, isMatch));
                }
            }
        }

        private void Emit(string piece, List<(int Start, int End, bool IsMatch)> parts, List<string> result)
        {
            for (var i = 0; i < parts.Count; i++)
            {
                var (start, end, isMatch) = parts[i];
                switch (behavior)
                {
                    case CutBehavior.Removed when isMatch:
                        continue;
                    case CutBehavior.MergedWithPrevious:
                        // A part that is no match takes the match behind it along.
                        end = !isMatch && i + 1 < parts.Count && parts[i + 1].IsMatch ? parts[++i].End : end;
                        break;
                    case CutBehavior.MergedWithNext:
                        end = isMatch && i + 1 < parts.Count && !parts[i + 1].IsMatch ? parts[++i].End : end;
                        break;
                    case CutBehavior.Contiguous:
                        while (i + 1 < parts.Count && parts[i + 1].IsMatch == isMatch)
                        {
                            end = parts[++i].End;
                        }

                        break;
                }

                result.Add(piece[start..end]);
            }
        }
    }

    /// <summary>Puts a blank before the text where none is (byte-level vocabularies with <c>add_prefix_space</c>).</summary>
    internal sealed class PrefixSpace : ICut
    {
        public void Cut(string piece, bool isFirst, TextPosition position, List<string> result) =>
            result.Add(isFirst && position == TextPosition.Start && !piece.StartsWith(' ') ? " " + piece : piece);
    }

    /// <summary>Writes blanks as another character and cuts before them.</summary>
    internal sealed class Metaspace(string replacement, bool prepend, bool split) : ICut
    {
        public void Cut(string piece, bool isFirst, TextPosition position, List<string> result)
        {
            var text = piece.Replace(" ", replacement, StringComparison.Ordinal);
            if (prepend && isFirst && position == TextPosition.Start && !text.StartsWith(replacement, StringComparison.Ordinal))
            {
                text = replacement + text;
            }

            if (!split)
            {
                result.Add(text);
                return;
            }

            var start = 0;
            for (var at = text.IndexOf(replacement, 1, StringComparison.Ordinal); at > 0; at = text.IndexOf(replacement, at + 1, StringComparison.Ordinal))
            {
                result.Add(text[start..at]);
                start = at;
            }

            result.Add(text[start..]);
        }
    }

    internal static bool FindDigit(string text, int from, out int start, out int end)
    {
        for (start = from; start < text.Length; start++)
        {
            end = start + (char.IsSurrogatePair(text, start) ? 2 : 1);
            if (CharUnicodeInfo.GetUnicodeCategory(text, start) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
            {
                return true;
            }

            start = end - 1;
        }

        end = -1;
        return false;
    }
}
