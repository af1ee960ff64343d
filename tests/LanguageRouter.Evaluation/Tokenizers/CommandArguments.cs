using System.Globalization;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>Reads named arguments.</summary>
internal sealed class CommandArguments(IReadOnlyList<string> arguments)
{
    public string Text(string name, string fallback)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i] == name)
            {
                return arguments[i + 1];
            }
        }

        return fallback;
    }

    public int Number(string name, int fallback) => int.Parse(Text(name, fallback.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
}
