using System.Text;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>One step of a pattern; it knows what follows it, so that a match is one call.</summary>
internal abstract class PatternNode
{
    /// <returns>Where the whole pattern ends when this step starts at a position; -1 where it does not match.</returns>
    public abstract int Match(string text, int at);

    protected static int Read(string text, int at, out int codePoint)
    {
        if (at >= text.Length)
        {
            codePoint = -1;
            return 0;
        }

        if (Rune.TryGetRuneAt(text, at, out var rune))
        {
            codePoint = rune.Value;
            return rune.Utf16SequenceLength;
        }

        codePoint = 0xFFFD;
        return 1;
    }

    internal sealed class End : PatternNode
    {
        public override int Match(string text, int at) => at;
    }

    /// <summary>A class, repeated as often as possible and given back one by one.</summary>
    internal sealed class Repeat(CharacterClass characters, int least, int most, bool possessive, PatternNode next) : PatternNode
    {
        public override int Match(string text, int at)
        {
            var (count, end) = (0, at);
            while (count < most)
            {
                var length = Read(text, end, out var codePoint);
                if (length == 0 || !characters.Contains(codePoint))
                {
                    break;
                }

                end += length;
                count++;
            }

            for (; count >= least; count--)
            {
                var match = next.Match(text, end);
                if (match >= 0 || possessive || count == 0)
                {
                    return match;
                }

                end -= end - 2 >= at && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
            }

            return -1;
        }
    }

    internal sealed class Alternatives(PatternNode[] branches) : PatternNode
    {
        public override int Match(string text, int at)
        {
            foreach (var branch in branches)
            {
                var match = branch.Match(text, at);
                if (match >= 0)
                {
                    return match;
                }
            }

            return -1;
        }
    }

    /// <summary>Looks ahead without moving.</summary>
    internal sealed class Look(PatternNode ahead, bool negated, PatternNode next) : PatternNode
    {
        public override int Match(string text, int at) => ahead.Match(text, at) >= 0 != negated ? next.Match(text, at) : -1;
    }

    /// <summary>The start or the end of the text.</summary>
    internal sealed class Edge(bool atStart, PatternNode next) : PatternNode
    {
        public override int Match(string text, int at) => at == (atStart ? 0 : text.Length) ? next.Match(text, at) : -1;
    }
}
