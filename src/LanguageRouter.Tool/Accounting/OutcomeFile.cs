using System.Text;
using System.Text.Json;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Tool.Input;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.Accounting;

/// <summary>The outcome table that a measurement writes and goes on with. It holds features, scores and money, no text.</summary>
internal sealed class OutcomeFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly HashSet<string> _prompts = new(StringComparer.Ordinal);

    private OutcomeFile(FileStream stream) => _stream = stream;

    /// <summary>The prompts that were there when the file was opened.</summary>
    public int Known { get; private set; }

    /// <summary>What the outcomes in the file have cost.</summary>
    public decimal SpentUsd { get; private set; }

    /// <summary>Opens a table or makes one; a last line that was cut is dropped.</summary>
    /// <exception cref="ToolException">The file cannot be opened, or is no outcome table.</exception>
    public static OutcomeFile Open(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The table '{path}' cannot be opened: {exception.Message} Fix: name a file in a folder that exists and that no other run writes.", exception);
        }

        var file = new OutcomeFile(stream);
        try
        {
            file.Read(path);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return file;
    }

    public bool Has(string prompt) => _prompts.Contains(prompt);

    public void Write(PromptId id, RequestSignals signals, IReadOnlyList<Answer> answers, IReadOnlyList<Row> rows)
    {
        var lines = new MemoryStream();
        foreach (var row in rows)
        {
            var answer = answers.First(answer => answer.Route == row.Route);

            // What an answer cost stands in the row of its first judge only, so that a sum over the file counts it once.
            var isFirst = row.Judge == rows[0].Judge;
            lines.Write(JsonOutput.Line(json => Write(json, id, signals, answer, row, isFirst)).Span);
        }

        _stream.Write(lines.GetBuffer().AsSpan(0, (int)lines.Length));
        _stream.Flush(flushToDisk: true);
        _prompts.Add(id.ToString());
    }

    public void Dispose() => _stream.Dispose();

    private static void Write(Utf8JsonWriter json, PromptId id, RequestSignals signals, Answer answer, Row row, bool isFirst)
    {
        id.Write(json);
        json.WriteString("route", row.Route);
        json.WriteString("judge", row.Judge);
        if (row.Quality is { } quality)
        {
            json.WriteNumber("quality", quality);
        }

        if (row.Failure is { } failure)
        {
            json.WriteString("failure", failure);
        }

        if (answer.Cost.IsKnown)
        {
            json.WriteNumber("costUsd", answer.Cost.LikelyUsd);
        }

        json.WriteNumber("spentUsd", (isFirst && answer.Cost.IsKnown ? answer.Cost.LikelyUsd : 0) + row.JudgeCostUsd);
        if (answer.OutputTokens is { } tokens)
        {
            json.WriteNumber("outputTokens", tokens);
        }

        json.WriteNumber("seconds", Math.Round(answer.Duration.TotalSeconds, 3));
        json.WriteString("task", Names.Of(signals.Task));
        json.WriteString("language", signals.Language.Tag);
    }

    private void Read(string path)
    {
        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var root = JsonDocument.Parse(line).RootElement;
                var id = root.GetProperty("id");
                _prompts.Add(id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText());
                SpentUsd += root.GetProperty("spentUsd").GetDecimal();
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new ToolException($"'{path}' is no table of this command. Fix: name another file with --output.", exception);
            }
        }

        Known = _prompts.Count;
        _stream.SetLength(whole);
        _stream.Position = whole;
    }

    internal sealed record Answer(string Route, string? Text, CostInterval Cost, long? OutputTokens, TimeSpan Duration, string? Failure);

    internal sealed record Row(string Route, string Judge, double? Quality, decimal JudgeCostUsd, string? Failure);
}
