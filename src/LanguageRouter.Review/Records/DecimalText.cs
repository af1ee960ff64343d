using System.Text.Json;

namespace LanguageRouter.Review.Records;

/// <summary>Writes a decimal as <see cref="Utf8JsonWriter"/> does, to the byte, without its general formatting: a record has dozens of amounts.</summary>
internal static class DecimalText
{
    private const int Longest = 32;

    public static void Write(Utf8JsonWriter json, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var digits = (ulong)(uint)parts[1] << 32 | (uint)parts[0];
        if (parts[2] != 0 || (parts[3] < 0 && digits == 0))
        {
            // More than 64 bits, or a 0 with a sign.
            json.WriteNumberValue(value);
            return;
        }

        var scale = (parts[3] >> 16) & 0xFF;
        Span<byte> text = stackalloc byte[Longest];
        var at = Longest;
        for (var i = 0; digits > 0 || i <= scale; i++)
        {
            if (i == scale && i > 0)
            {
                text[--at] = (byte)'.';
            }

            (digits, var digit) = Math.DivRem(digits, 10);
            text[--at] = (byte)('0' + digit);
        }

        if (parts[3] < 0)
        {
            text[--at] = (byte)'-';
        }

        json.WriteRawValue(text[at..], skipInputValidation: true);
    }
}
