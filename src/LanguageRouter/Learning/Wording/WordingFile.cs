namespace LanguageRouter.Learning;

/// <summary>Represents what was learnt from an outcome table of how good models are on prompts worded alike: the file that <c>Learning:Wording</c> names.</summary>
/// <remarks>
/// Written by <c>language-router learning wording</c>. It holds numbers by pairs of characters and no prompt; a pair is left out unless at least three
/// prompts have it. Immutable and safe for concurrent use.
/// </remarks>
public sealed record WordingFile
{
    /// <summary>Gets the judge whose scores were learnt from.</summary>
    public required string Judge { get; init; }

    /// <summary>Gets the BCP 47 tag of the prompts' language; requests in another one, or for answers in another one, are not predicted.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the number of prompts learnt from.</summary>
    public required int Prompts { get; init; }

    /// <summary>Gets the number of models of the table that were learnt from together.</summary>
    public required int Pooled { get; init; }

    /// <summary>Gets the models, two or more.</summary>
    public required IReadOnlyList<WordingModel> Models { get; init; }

    /// <summary>Gets what choosing between each two of them gained.</summary>
    public required IReadOnlyList<WordingGain> Gains { get; init; }

    /// <summary>Gets the points that each pair of characters adds for each model, in the order of <see cref="Models"/>, times its share in <see cref="WordingPairs.Of"/>.</summary>
    public required IReadOnlyDictionary<uint, IReadOnlyList<double>> Pairs { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="FormatException">It is not what <see cref="Write"/> writes; the message names the file, the value and the fix.</exception>
    public static WordingFile Read(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(name);
        return WordingJson.Read(json, name);
    }

    /// <summary>Writes the file: the same content gives the same text, a pair a line.</summary>
    /// <returns>The text.</returns>
    public string Write() => WordingJson.Write(this);
}
