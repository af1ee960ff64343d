using System.Text;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Writes simplified Chinese in traditional characters, by OpenCC's phrases and characters.</summary>
internal sealed class TraditionalConverter
{
    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private int _longest = 1;

    public static TraditionalConverter Read(string folder)
    {
        var converter = new TraditionalConverter();
        foreach (var file in (string[])["STCharacters.txt", "STPhrases.txt"])
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, file)))
            {
                var fields = line.Split('\t');
                converter._phrases[fields[0]] = fields[1].Split(' ')[0];
                converter._longest = Math.Max(converter._longest, fields[0].Length);
            }
        }

        return converter;
    }

    public string Convert(string simplified)
    {
        var result = new StringBuilder();
        for (var i = 0; i < simplified.Length;)
        {
            var length = Math.Min(_longest, simplified.Length - i);
            while (length > 1 && !_phrases.ContainsKey(simplified.Substring(i, length)))
            {
                length--;
            }

            var part = simplified.Substring(i, length);
            result.Append(_phrases.GetValueOrDefault(part, part));
            i += length;
        }

        return result.ToString();
    }
}
