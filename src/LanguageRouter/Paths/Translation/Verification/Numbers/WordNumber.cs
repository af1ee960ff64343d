using System.Buffers;
using System.Collections.Frozen;
using LanguageRouter.Paths.Translation.Protection;

namespace LanguageRouter.Paths.Translation.Verification.Numbers;

/// <summary>Reads numbers written in English words.</summary>
internal static class WordNumber
{
    private static readonly Dictionary<string, double> Values = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["no"] = 0, ["none"] = 0, ["free"] = 0, ["nothing"] = 0, ["a"] = 1, ["an"] = 1, ["one"] = 1, ["once"] = 1, ["first"] = 1, ["single"] = 1, ["per"] = 1, ["each"] = 1, ["every"] = 1, ["daily"] = 1,
        ["two"] = 2, ["twice"] = 2, ["second"] = 2, ["both"] = 2, ["pair"] = 2, ["pairs"] = 2, ["couple"] = 2, ["double"] = 2, ["doubled"] = 2, ["doubles"] = 2, ["doubling"] = 2, ["twins"] = 2, ["twin"] = 2, ["bi"] = 2,
        ["three"] = 3, ["thrice"] = 3, ["third"] = 3, ["triple"] = 3, ["tripled"] = 3, ["triples"] = 3, ["trio"] = 3, ["triplets"] = 3,
        ["four"] = 4, ["fourth"] = 4, ["quadruple"] = 4, ["five"] = 5, ["fifth"] = 5, ["six"] = 6, ["sixth"] = 6, ["seven"] = 7, ["seventh"] = 7, ["week"] = 7, ["weekly"] = 7,
        ["eight"] = 8, ["eighth"] = 8, ["nine"] = 9, ["ninth"] = 9, ["ten"] = 10, ["tenth"] = 10, ["tens"] = 10, ["decade"] = 10, ["decades"] = 10, ["eleven"] = 11, ["eleventh"] = 11, ["twelve"] = 12, ["twelfth"] = 12, ["dozen"] = 12, ["dozens"] = 12,
        ["thirteen"] = 13, ["thirteenth"] = 13, ["fourteen"] = 14, ["fourteenth"] = 14, ["fortnight"] = 14, ["fifteen"] = 15, ["fifteenth"] = 15, ["sixteen"] = 16, ["sixteenth"] = 16, ["seventeen"] = 17, ["seventeenth"] = 17,
        ["eighteen"] = 18, ["eighteenth"] = 18, ["nineteen"] = 19, ["nineteenth"] = 19, ["half"] = 0.5, ["halves"] = 0.5, ["halved"] = 0.5, ["quarter"] = 0.25, ["quarters"] = 0.25,
        ["noon"] = 12, ["midnight"] = 12, ["century"] = 100, ["centuries"] = 100,
        ["january"] = 1, ["february"] = 2, ["march"] = 3, ["april"] = 4, ["may"] = 5, ["june"] = 6, ["july"] = 7, ["august"] = 8, ["september"] = 9, ["october"] = 10, ["november"] = 11, ["december"] = 12,
        ["jan"] = 1, ["feb"] = 2, ["mar"] = 3, ["apr"] = 4, ["jun"] = 6, ["jul"] = 7, ["aug"] = 8, ["sep"] = 9, ["sept"] = 9, ["oct"] = 10, ["nov"] = 11, ["dec"] = 12,
    };

    private static readonly Dictionary<string, double> Tens = new(StringComparer.Ordinal)
    {
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
        ["twenties"] = 20, ["thirties"] = 30, ["forties"] = 40, ["fifties"] = 50, ["sixties"] = 60, ["seventies"] = 70, ["eighties"] = 80, ["nineties"] = 90, ["twentieth"] = 20, ["thirtieth"] = 30,
    };

    private static readonly Dictionary<string, double> Powers = new(StringComparer.Ordinal)
    {
        ["hundred"] = 1e2, ["hundreds"] = 1e2, ["thousand"] = 1e3, ["thousands"] = 1e3, ["million"] = 1e6, ["millions"] = 1e6, ["billion"] = 1e9, ["billions"] = 1e9, ["trillion"] = 1e12,
    };

    private static readonly Dictionary<string, double> Parts = new(StringComparer.Ordinal)
    {
        ["half"] = 2, ["halves"] = 2, ["third"] = 3, ["thirds"] = 3, ["quarter"] = 4, ["quarters"] = 4, ["fourth"] = 4, ["fourths"] = 4, ["fifth"] = 5, ["fifths"] = 5, ["sixth"] = 6, ["sixths"] = 6,
        ["seventh"] = 7, ["sevenths"] = 7, ["eighth"] = 8, ["eighths"] = 8, ["ninth"] = 9, ["ninths"] = 9, ["tenth"] = 10, ["tenths"] = 10, ["twelfth"] = 12, ["twentieth"] = 20, ["hundredth"] = 100,
    };

    // One search tells all that a word can be.
    private static readonly FrozenDictionary<string, Meaning>.AlternateLookup<ReadOnlySpan<char>> Meanings =
        Values.Keys.Concat(Tens.Keys).Concat(Powers.Keys).Concat(Parts.Keys).Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(w => w, w => new Meaning(Of(Values, w), Of(Tens, w), Of(Powers, w), Of(Parts, w)), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly WordSignTable Words = new WordSignTable().Add(WordSigns.Number, Meanings.Dictionary.Keys).Add(WordSigns.Number, ["and"]);

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789０１２３４５６７８９⟦");

    private static readonly FrozenSet<string> Cardinals = new[] { "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CardinalWords = Cardinals.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gets the words of which every number has one that a translation must have.</summary>
    public static IEnumerable<string> StrongWords => [.. Cardinals, .. Tens.Keys];

    /// <summary>Adds every number that the words of a text can be read as; a run of words may give several.</summary>
    public static void Read(ReadOnlySpan<char> text, List<NumberMention> into)
    {
        // total: what larger powers closed; section: below the next power; last: the last simple value, for fractions.
        var (total, section, last, inRun, digitRun) = (0.0, 0.0, 0.0, false, false);
        var half = 0.0;
        var andA = 0;
        var cardinal = false;
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsAsciiLetter(text[i]))
            {
                var c = text[i];
                if (c == Placeholder.Open && Placeholder.TryRead(text, i, out _) is var length and > 0)
                {
                    End();
                    i += length;
                    continue;
                }

                if (DigitNumber.IsDigit(c))
                {
                    i = DigitNumber.ReadValue(text, i, out var digits, out _);
                    End();
                    (section, last, inRun, digitRun) = (digits, digits, true, true);
                    half = digits;
                    continue;
                }

                if (inRun)
                {
                    if (c is not (' ' or '-' or '‐'))
                    {
                        End();
                    }

                    i++;
                    continue;
                }

                // Outside a number only a letter, a digit or a placeholder changes anything.
                var next = text[(i + 1)..].IndexOfAny(Beginnings);
                if (next < 0)
                {
                    break;
                }

                i += next + 1;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                i++;
            }

            var word = text[start..i];
            if (Words.Of(word) == WordSigns.None)
            {
                End();
                andA = 0;
                continue;
            }

            Meanings.TryGetValue(word, out var meaning);
            if (word is "half" && half > 0 && andA == 2)
            {
                // "two and a half", "a minute and a half"
                into.Add(new NumberMention(half + 0.5, false));
                into.Add(new NumberMention(0.5, false));
                End();
                half = 0;
            }
            else if (inRun && meaning.Part is { } part && last > 0)
            {
                into.Add(new NumberMention(last / part, false));
                if (section > last)
                {
                    into.Add(new NumberMention(section - last + (last / part), false));
                }

                into.Add(new NumberMention(part, false));
                last = 0;
            }
            else if (meaning.Power is { } power)
            {
                var factor = section > 0 ? section : 1;
                if (power > 100)
                {
                    total += factor * power;
                    section = 0;
                }
                else
                {
                    section = factor * power;
                }

                (last, inRun) = (0, true);
            }
            else if (meaning.Ten is { } ten)
            {
                Begin(section % 100 == 0);
                (section, last) = (section + ten, ten);
                cardinal = word[^1] == 'y';
            }
            else if (meaning.Value is { } value)
            {
                if (value is > 0 and < 100 && word is not "per" && !(andA == 1 && word is "a"))
                {
                    half = value;
                }

                var joins = value is > 0 and < 20 && !digitRun && (section % 100 == 0 || (section % 10 == 0 && value < 10));
                Begin(joins && word is not ("a" or "an" or "A" or "An"));
                (section, last) = (section + value, value);
                cardinal = CardinalWords.Contains(word);
                if (meaning.Part is { } share)
                {
                    // "a third" without a numeral before it.
                    into.Add(new NumberMention(1 / share, false));
                }

                if (value != Math.Floor(value))
                {
                    into.Add(new NumberMention(value, false));
                }
            }
            else if (inRun && word is not "and")
            {
                End();
            }

            andA = word is "and" ? 1 : andA == 1 && word is "a" ? 2 : 0;
        }

        End();

        void Begin(bool joins)
        {
            if (!joins)
            {
                End();
            }

            inRun = true;
        }

        void End()
        {
            if (inRun)
            {
                into.Add(new NumberMention(total + section, cardinal));
            }

            (total, section, last, inRun, digitRun) = (0, 0, 0, false, false);
            cardinal = false;
        }
    }

    private static double? Of(Dictionary<string, double> table, string word) => table.TryGetValue(word, out var value) ? value : null;

    private readonly record struct Meaning(double? Value, double? Ten, double? Power, double? Part);
}
