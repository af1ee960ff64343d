using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Export;

/// <summary>Writes records as JSON Lines or CSV. They are streamed: the size of the store does not matter.</summary>
public static class RecordExport
{
    private static readonly string[] Columns =
    [
        "id", "time", "tenant", "policy", "mode", "origin", "chosen", "target", "answered", "route", "kind", "model", "task", "language", "answer_language", "register",
        "characters", "turns", "outcome", "error", "attempts", "cost_usd_measured", "cost_unknown_because", "default_cost_usd_low", "default_cost_usd_likely", "default_cost_usd_high",
        "input_tokens", "cached_tokens", "output_tokens", "reasoning_tokens", "first_update_ms", "duration_ms", "propensity", "reasons", "simulated",
    ];

    /// <summary>Writes one JSON object a line: the whole record, in the form in which it is kept.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filter">Which records.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="withText">Whether to add <c>prompt</c> and <c>answer</c> where a tenant opted in; both are redacted.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    /// <returns>How many records were written.</returns>
    public static async Task<long> WriteJsonLinesAsync(IRecordStore store, RecordFilter filter, Stream output, bool withText = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(output);
        long count = 0;
        await foreach (var record in store.ReadAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            var json = RecordJson.Write(record);
            if (withText && await store.FindTextAsync(record.Id, cancellationToken).ConfigureAwait(false) is { } text)
            {
                var node = JsonNode.Parse(json)!.AsObject();
                node["prompt"] = text.Prompt;
                node["answer"] = text.Answer;
                json = Encoding.UTF8.GetBytes(node.ToJsonString());
            }

            await output.WriteAsync(json, cancellationToken).ConfigureAwait(false);
            output.WriteByte((byte)'\n');
            count++;
        }

        return count;
    }

    /// <summary>Writes one line a record, with the columns that people filter and sum up by. No text of requests.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filter">Which records.</param>
    /// <param name="output">Where to, in UTF-8; it stays open.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    /// <returns>How many records were written.</returns>
    /// <remarks>A cell that a spreadsheet would take for a formula begins with an apostrophe.</remarks>
    public static async Task<long> WriteCsvAsync(IRecordStore store, RecordFilter filter, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(output);
        long count = 0;
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync($"{string.Join(',', Columns)}\r\n".AsMemory(), cancellationToken).ConfigureAwait(false);
        await foreach (var record in store.ReadAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            await writer.WriteAsync($"{string.Join(',', Cells(record))}\r\n".AsMemory(), cancellationToken).ConfigureAwait(false);
            count++;
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    /// <summary>Writes a text so that neither a comma nor a spreadsheet misreads it.</summary>
    internal static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\",\r\n'") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static IEnumerable<string> Cells(StoredRecord record)
    {
        var series = Series.Of(record);
        var calls = record.Attempts.SelectMany(attempt => attempt.Calls).ToList();
        var baseline = Baselines.Default(record) ?? CostInterval.Unknown("no default route");
        return
        [
            record.Id.ToString(), record.Time.ToString("O", CultureInfo.InvariantCulture), Cell(record.Tenant), Cell(record.Policy), Cell(record.Mode), Cell(record.Origin),
            Cell(record.Chosen), Cell(record.Target), Cell(record.Answered), Cell(series.Route), Cell(series.Kind), Cell(series.Model), Cell(series.Task), Cell(series.Language),
            Cell(record.Signals.AnswerLanguage), Cell(record.Signals.Register), Number(record.Signals.Characters), Number(record.Signals.Turns), Cell(RollupSums.OutcomeOf(record)),
            Cell(record.Attempts.LastOrDefault()?.Error), Number(record.Attempts.Length), Usd(record.ActualCost, record.ActualCost.LikelyUsd), Cell(record.ActualCost.UnknownBecause),
            Usd(baseline, baseline.LowUsd), Usd(baseline, baseline.LikelyUsd), Usd(baseline, baseline.HighUsd), Sum(calls, call => call.Input), Sum(calls, call => call.Cached),
            Sum(calls, call => call.Output), Sum(calls, call => call.Reasoning), Milliseconds(record.TimeToFirstUpdate), Milliseconds(record.Duration),
            record.Propensity.ToString(CultureInfo.InvariantCulture), Cell(string.Join(' ', record.Reasons.AsSpan()!)), record.Simulated ? "true" : "false",
        ];
    }

    private static string Usd(in CostInterval cost, decimal usd) => cost.IsKnown ? usd.ToString(CultureInfo.InvariantCulture) : "";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan? span) => span is { } value ? value.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture) : "";

    // A count that one provider did not report leaves the sum empty: unknown is not 0.
    private static string Sum(List<StoredCall> calls, Func<StoredCall, long?> count) =>
        calls.Count > 0 && calls.All(call => count(call) is not null) ? Number(calls.Sum(call => count(call).GetValueOrDefault())) : "";
}
