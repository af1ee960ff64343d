using System.Collections.Concurrent;
using LanguageRouter.Review.Records;

namespace LanguageRouter.Review.Store.Sqlite;

/// <summary>Gives the JSON of a batch's records in their order; where another core is free it has been written there, ahead of the inserts.</summary>
/// <remarks>
/// Nobody waits: a stretch that is not ready when it is asked for is written on the spot, also where the other core has begun it. A machine
/// that is busy with other work then costs no more than one core would.
/// </remarks>
internal sealed class DetailWriter : IDisposable
{
    private const int Stretch = 64;

    private readonly ConcurrentBag<RecordBuffer> _free = [];
    private readonly RecordBuffer _own = new();
    private Batch _batch = new([], 0);
    private RecordBuffer _current;

    public DetailWriter() => _current = _own;

    /// <summary>Begins with a batch; what is left of the one before is given up.</summary>
    public void Begin(IReadOnlyList<StoredRecord> records)
    {
        End();
        var batch = _batch = new Batch(records, (records.Count + Stretch - 1) / Stretch);
        _ = Task.Run(() => WriteAhead(batch));
    }

    /// <summary>The JSON of a record; every one is asked for, in their order.</summary>
    public ReadOnlySpan<byte> Next(int index)
    {
        var stretch = index / Stretch;
        if (index % Stretch == 0)
        {
            if (Volatile.Read(ref _batch.Ready[stretch]) is { } ready)
            {
                _current = ready;
            }
            else
            {
                _batch.TryClaim(stretch);
                Write(_own, _batch.Records, stretch);
                _current = _own;
            }
        }

        return _current[index % Stretch];
    }

    /// <summary>Gives up what is written ahead, and keeps the buffers for the next batch.</summary>
    public void End()
    {
        _batch.IsOver = true;
        for (var stretch = 0; stretch < _batch.Ready.Length; stretch++)
        {
            if (Interlocked.Exchange(ref _batch.Ready[stretch], null) is { } buffer)
            {
                _free.Add(buffer);
            }
        }
    }

    public void Dispose()
    {
        End();
        _own.Dispose();
        while (_free.TryTake(out var buffer))
        {
            buffer.Dispose();
        }
    }

    private void WriteAhead(Batch batch)
    {
        for (var stretch = 0; stretch < batch.Ready.Length && !batch.IsOver; stretch++)
        {
            if (!batch.TryClaim(stretch))
            {
                continue;
            }

            var buffer = _free.TryTake(out var free) ? free : new RecordBuffer();
#pragma warning disable CA1031 // Who inserts the stretch writes it again and meets the fault where it can be answered for.
            try
            {
                Write(buffer, batch.Records, stretch);
            }
            catch (Exception)
            {
                return;
            }
#pragma warning restore CA1031

            Volatile.Write(ref batch.Ready[stretch], buffer);
        }
    }

    private static void Write(RecordBuffer buffer, IReadOnlyList<StoredRecord> records, int stretch) =>
        buffer.Write(records, stretch * Stretch, Math.Min(Stretch, records.Count - stretch * Stretch));

    private sealed class Batch(IReadOnlyList<StoredRecord> records, int stretches)
    {
        private readonly int[] _claims = new int[stretches];
        private volatile bool _isOver;

        public IReadOnlyList<StoredRecord> Records { get; } = records;

        public RecordBuffer?[] Ready { get; } = new RecordBuffer?[stretches];

        public bool IsOver
        {
            get => _isOver;
            set => _isOver = value;
        }

        public bool TryClaim(int stretch) => Interlocked.Exchange(ref _claims[stretch], 1) == 0;
    }
}
