using System.Text;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Brings text into the form that a model's pieces are cut from: rules applied, spaces as U+2581, prefix added.</summary>
internal sealed class SentencePieceNormalizer
{
    private const int Escaped = 0x2581;
    private readonly CharsMap? _rules;
    private readonly int _space;
    private readonly bool _addPrefix;
    private readonly bool _asSuffix;
    private readonly bool _removeExtra;
    private readonly bool _prefixOnBlank;

    public SentencePieceNormalizer(SentencePieceModel model, SentencePieceDialect dialect)
    {
        _rules = CharsMap.Read(model.CharsMap);
        _space = model.EscapeWhitespaces ? Escaped : ' ';
        _addPrefix = model.AddDummyPrefix;
        _asSuffix = model.TreatWhitespaceAsSuffix;
        _removeExtra = model.RemoveExtraWhitespaces;
        _prefixOnBlank = dialect == SentencePieceDialect.SentencePiece || model.Algorithm != SentencePieceAlgorithm.Unigram;
        var userDefined = model.Pieces.Where(piece => piece.Kind == PieceKind.UserDefined && piece.Text.Length > 0).ToArray();
        UserDefined = userDefined.Length == 0 ? null : new PieceTrie([.. userDefined.Select((piece, index) => (piece.Text, index, 0f))]);
        NeverShrinks = _rules is null && !_removeExtra;
    }

    /// <summary>Gets the user-defined pieces; <see langword="null"/> where the model has none.</summary>
    public PieceTrie? UserDefined { get; }

    /// <summary>Gets a value indicating whether the result has at least as many characters as the text.</summary>
    public bool NeverShrinks { get; }

    public void Normalize(ReadOnlySpan<char> text, TextPosition position, ref PooledList<int> result)
    {
        if (_removeExtra)
        {
            text = TrimLeadingSpaces(text);
        }

        if (text.IsEmpty)
        {
            return;
        }

        var addSpace = _addPrefix && position == TextPosition.Start && (_prefixOnBlank || text.ContainsAnyExcept(' '));
        if (addSpace && !_asSuffix)
        {
            result.Add(_space);
        }

        var start = result.Count;
        if (_rules is null && !_removeExtra)
        {
            Copy(text, ref result);
        }
        else
        {
            Rewrite(text, ref result);
        }

        if (_removeExtra)
        {
            // The prefix itself may go too, as in the reference: a text of nothing but spaces has no tokens.
            var end = result.Count;
            var items = result.Items;
            while (end > 0 && items[end - 1] == _space)
            {
                end--;
            }

            result.Truncate(end);
        }

        if (addSpace && _asSuffix && result.Count >= start)
        {
            result.Add(_space);
        }
    }

    private void Copy(ReadOnlySpan<char> text, ref PooledList<int> result)
    {
        var target = result.Extend(text.Length);
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int character = text[i];
            if ((character & 0xF800) == 0xD800)
            {
                Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
                character = rune.Value;
                i += length - 1;
            }

            target[written++] = character == ' ' ? _space : character;
        }

        result.Truncate(result.Count - target.Length + written);
    }

    private void Rewrite(ReadOnlySpan<char> text, ref PooledList<int> result)
    {
        var previousIsSpace = _removeExtra;
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var whole = UserDefined?.LongestPrefix(text) ?? 0;
            if (whole > 0)
            {
                // No rule reaches into a user-defined piece.
                var piece = previousIsSpace ? text[..whole].TrimStart(' ') : text[..whole];
                Copy(piece, ref result);
                previousIsSpace = piece.IsEmpty ? previousIsSpace : _removeExtra && piece[^1] == ' ';
                text = text[whole..];
                continue;
            }

            var consumed = NextPart(text, utf8, out var part);
            text = text[consumed..];
            while (previousIsSpace && part is [(byte)' ', ..])
            {
                part = part[1..];
            }

            if (part.IsEmpty)
            {
                continue;
            }

            previousIsSpace = _removeExtra && part[^1] == (byte)' ';
            while (!part.IsEmpty)
            {
                Rune.DecodeFromUtf8(part, out var rune, out var length);
                result.Add(rune.Value == ' ' ? _space : rune.Value);
                part = part[length..];
            }
        }
    }

    private ReadOnlySpan<char> TrimLeadingSpaces(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty && !(UserDefined?.LongestPrefix(text) > 0))
        {
            var consumed = NextPart(text, utf8, out var part);
            if (part is not [(byte)' '])
            {
                break;
            }

            text = text[consumed..];
        }

        return text;
    }

    private int NextPart(ReadOnlySpan<char> text, Span<byte> utf8, out ReadOnlySpan<byte> part)
    {
        Rune.DecodeFromUtf16(text, out var rune, out var length);
        if (_rules is not null)
        {
            var matched = _rules.Match(text, rune.Value, out part);
            if (matched > 0)
            {
                return matched;
            }
        }

        part = utf8[..rune.EncodeToUtf8(utf8)];
        return length;
    }
}
