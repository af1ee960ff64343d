using System.Globalization;
using LanguageRouter.Review.Evaluation;
using LanguageRouter.Tool.Input;

namespace LanguageRouter.Tool.Accounting;

/// <summary>The outcome tables and prompts that arguments name.</summary>
internal sealed record OutcomeInput(IReadOnlyList<string> Outcomes, string? Prompts, InputFields Fields)
{
    /// <summary>Reads the tables; a table that names no judge is one judge's, by its file name.</summary>
    /// <exception cref="ToolException">A file cannot be read.</exception>
    public List<OutcomeRow> ReadOutcomes(Terminal terminal)
    {
        var rows = new List<OutcomeRow>();
        foreach (var file in Outcomes)
        {
            using var reader = new StreamReader(FileArguments.OpenInput(file, terminal));
            try
            {
                rows.AddRange(OutcomeReader.Read(reader, file, Path.GetFileNameWithoutExtension(file)));
            }
            catch (FormatException exception)
            {
                throw new ToolException(exception.Message, exception);
            }
        }

        return rows;
    }

    /// <summary>Reads the last text of each prompt by its identifier; none where no file is named.</summary>
    /// <exception cref="ToolException">The file cannot be read.</exception>
    public async Task<Dictionary<string, string>> ReadPromptsAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Prompts is not { } file)
        {
            return texts;
        }

        var stream = FileArguments.OpenInput(file, terminal);
        await using ((stream == terminal.Input ? Stream.Null : stream).ConfigureAwait(false))
        {
            await foreach (var lines in LineReader.ReadAsync(stream, cancellationToken).ConfigureAwait(false))
            {
                foreach (var line in lines)
                {
                    try
                    {
                        var prompt = PromptLineParser.Parse(line, Fields);
                        texts[prompt.Id.ToString()] = prompt.Messages[^1].Text;
                    }
                    catch (FormatException exception)
                    {
                        throw new ToolException($"{file}, line {line.Number.ToString(CultureInfo.InvariantCulture)}: {exception.Message}", exception);
                    }
                }
            }
        }

        return texts;
    }
}
