namespace LanguageRouter.Tokens;

internal readonly record struct TextProfile(int Characters, int Utf8Bytes, int Cjk)
{
    public static TextProfile Scan(ReadOnlySpan<char> text)
    {
        int bytes = 0, cjk = 0;
        foreach (var c in text)
        {
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : char.IsSurrogate(c) ? 2 : 3;
            cjk += c >= 0x2E80 ? 1 : 0;
        }

        return new TextProfile(text.Length, bytes + (bytes > text.Length ? 3 : 0), cjk);
    }

    public static TextProfile operator +(TextProfile left, TextProfile right) =>
        new(left.Characters + right.Characters, left.Utf8Bytes + right.Utf8Bytes, left.Cjk + right.Cjk);
}
