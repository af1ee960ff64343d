using System.Collections.Concurrent;
using System.Globalization;
using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Tests.Faults;
using LanguageRouter.Records;

namespace LanguageRouter.Evaluation.Resilience;

/// <summary>Counts what happens in a soak, and judges it.</summary>
internal sealed class SoakTally : IRoutingRecordSink
{
    // Limits of time add up to less; the rest is a loaded machine's.
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<Exception> _unobserved = new();
    private readonly ConcurrentDictionary<string, long> _attempts = new(StringComparer.Ordinal);
    private readonly List<(long Heap, long WorkingSet, int Threads)> _samples = [];

    // Added time in steps of 1 us up to 100 ms: a list of all requests would be what grows.
    private readonly long[] _added = new long[100_001];
    private long _answered;
    private long _failed;
    private long _left;
    private long _wrong;
    private long _records;
    private long _zero;
    private long _reloads;
    private long _longest;

    public void Asked(string text, Exception? error, bool left, TimeSpan elapsed)
    {
        Interlocked.Increment(ref (error is not null ? ref _failed : ref (left ? ref _left : ref _answered)));
        if (error is null && !left && text != FaultAnswers.Text && text.Length > 0)
        {
            Interlocked.Increment(ref _wrong);
        }

        var before = Interlocked.Read(ref _longest);
        while (elapsed.Ticks > before)
        {
            before = Interlocked.CompareExchange(ref _longest, elapsed.Ticks, before) is var seen && seen == before ? elapsed.Ticks : seen;
        }
    }

    public void Reloaded() => Interlocked.Increment(ref _reloads);

    public void Unobserved(Exception exception) => _unobserved.Enqueue(exception);

    public void Sampled(long heap, long workingSet, int threads) => _samples.Add((heap, workingSet, threads));

    // One record at a time: the queue has one reader.
    public ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken)
    {
        _records++;
        foreach (var attempt in record.Attempts)
        {
            _attempts.AddOrUpdate($"{attempt.Outcome} {attempt.Error}".Trim(), 1, (_, count) => count + 1);
            if (attempt.Outcome is AttemptOutcome.Broken or AttemptOutcome.Cancelled or AttemptOutcome.Superseded && attempt.Cost is { IsKnown: true, LikelyUsd: 0 })
            {
                _zero++;
            }
        }

        if (record.Attempts is [{ Outcome: AttemptOutcome.Succeeded } only])
        {
            _added[(int)Math.Clamp((record.Duration - only.Duration).TotalMicroseconds, 0, _added.Length - 1)]++;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Writes the figures; true where every bar is met.</summary>
    public bool Report(TimeSpan duration, IReadOnlyList<RouteHealth> health)
    {
        var asked = _answered + _failed + _left;
        Print($"{asked:N0} requests in {duration.TotalSeconds:0} s ({asked / duration.TotalSeconds:0} a second), {_reloads:N0} reloads; answered {_answered:N0}, ended in an error {_failed:N0}, left by the reader {_left:N0}; longest {TimeSpan.FromTicks(_longest).TotalSeconds:0.0} s");
        foreach (var (outcome, count) in _attempts.OrderByDescending(pair => pair.Value))
        {
            Print($"  attempts: {outcome,-28} {count,12:N0}");
        }

        foreach (var route in health)
        {
            Print($"  route {route.Route}: {route.State}, {route.Succeeded:N0} succeeded, {route.Failed:N0} failed, {route.Running} running, {route.Waiting} waiting");
        }

        Print($"added latency of requests with one attempt: p50 {Percentile(0.5)} us, p99 {Percentile(0.99)} us, p99.9 {Percentile(0.999)} us");
        var (first, last) = (Heap(0.2, 0.45), Heap(0.75, 1));
        Print($"heap after a full collection: {first / 1e6:0.00} MB in the second quarter, {last / 1e6:0.00} MB in the last; working set {_samples[^1].WorkingSet / 1e6:0} MB; threads {_samples[^1].Threads}");
        Print($"  heap by tenths of the time, MB: {string.Join(' ', Enumerable.Range(0, 10).Select(i => (Heap(i / 10.0, (i + 1) / 10.0) / 1e6).ToString("0.0", CultureInfo.InvariantCulture)))}");
        foreach (var exception in _unobserved.Take(3))
        {
            Print($"unobserved: {exception}");
        }

        return Check("no unobserved exception", _unobserved.IsEmpty)
            & Check("no wrong answer", _wrong == 0)
            & Check("no request longer than its limits", _longest < LongestRequest.Ticks)
            & Check("a record for every request", _records == asked)
            & Check("no attempt that ran and cost 0", _zero == 0)
            & Check("nothing left running", health.All(route => route is { Running: 0, Waiting: 0 }))
            & Check("flat memory (within 10 % and 2 MB)", last <= (first * 1.1) + 2e6);
    }

    private static bool Check(string what, bool holds)
    {
        Print($"{(holds ? "ok    " : "MISSED")} {what}");
        return holds;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private double Heap(double from, double to)
    {
        var part = _samples[(int)(_samples.Count * from)..(int)(_samples.Count * to)].Select(sample => (double)sample.Heap).Order().ToArray();
        return part.Length == 0 ? 0 : part[part.Length / 2];
    }

    private int Percentile(double share)
    {
        var rank = (long)(_added.Sum() * share);
        var index = 0;
        for (long seen = 0; index < _added.Length - 1 && (seen += _added[index]) <= rank; index++)
        {
        }

        return index;
    }
}
