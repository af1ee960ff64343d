using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Tests.Signals.Languages;

public sealed class ScriptMasksTests
{
    [Fact]
    public void EveryCharacterIsInTheClassesThatALookAtItGives()
    {
        var block = new char[ScriptMasks.Width];
        for (var start = 0; start <= char.MaxValue; start += block.Length)
        {
            for (var i = 0; i < block.Length; i++)
            {
                block[i] = (char)(start + i);
            }

            var masks = ScriptMasks.Classify(block);
            for (var i = 0; i < block.Length; i++)
            {
                var c = block[i];
                var found = (Has(masks.Hiragana, i), Has(masks.Katakana, i), Has(masks.Han, i), Has(masks.Latin, i), Has(masks.Hangul, i), Has(masks.Rare, i), Has(masks.Boundary, i), Has(masks.CodeSigns, i));
                var hiragana = c is >= '\u3041' and <= '\u309F';
                var katakana = c is >= '\u30A1' and <= '\u30FF' and not '・';
                var han = c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u3005' and <= '\u3007');
                var hangul = c is >= '\uAC00' and <= '\uD7A3';
                var signs = c is (>= '\u3000' and <= '\u303F') or (>= '\u2000' and <= '\u206F') or '・';
                var rare = !(c < 0x80 || hiragana || katakana || han || hangul || signs);
                Assert.Equal((hiragana, katakana, han, char.IsAsciiLetter(c), hangul, rare, "\n\r.!?:\"。「」『』“”←↑→↓".Contains(c), "#$%&()*+;<=>[\\]^_`{|}~/".Contains(c)), found);
            }
        }
    }

    private static bool Has(ulong mask, int bit) => (mask >> bit & 1) != 0;
}
