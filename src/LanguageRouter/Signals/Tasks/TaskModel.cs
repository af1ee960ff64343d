using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Signals.Tasks;

/// <summary>The trained weights of the task kinds: sixteen for each feature that it knows.</summary>
/// <remarks>
/// The table holds the root of each weight of a run in four bits, so that the steps are small where the weights are dense; in memory it is the weight, a signed byte.
/// A multinomial logistic regression. A turn of which no feature speaks has the score of <see cref="TaskKind.Unknown"/>, 0. A run that was not selected in training has no weight.
/// Trained by the command <c>train-tasks</c> of LanguageRouter.Evaluation. Immutable, safe for concurrent use.
/// </remarks>
internal sealed class TaskModel
{
    /// <summary>How many kinds have weights: all but <see cref="TaskKind.Unknown"/>.</summary>
    public const int Kinds = 16;

    /// <summary>The highest root of a weight.</summary>
    public const int Highest = 7;

    private const int BucketBits = 13;

    // So many keys are compared at once.
    private const int BucketSize = 8;

    private readonly float _runScale;
    private readonly float _shapeScale;
    private readonly sbyte[] _shapes;

    // For each bucket its first row, above sixteen bits that stand for classes of its keys.
    private readonly uint[] _buckets = new uint[1 << BucketBits];

    // The keys by bucket, then the weights in the same order. Row 0 is that of an unknown run.
    private readonly uint[] _keys;
    private readonly sbyte[] _weights;

    private TaskModel(ReadOnlySpan<byte> table)
    {
        _runScale = MemoryMarshal.Read<float>(table);
        _shapeScale = MemoryMarshal.Read<float>(table[4..]);
        var count = MemoryMarshal.Read<int>(table[8..]);
        table = table[12..];
        _shapes = MemoryMarshal.Cast<byte, sbyte>(table[..(TaskShape.Count * Kinds)]).ToArray();
        table = table[_shapes.Length..];
        var keys = MemoryMarshal.Cast<byte, uint>(table[..(count * sizeof(uint))]);
        var roots = table[(count * sizeof(uint))..];

        // Behind the last key stand zeros, so that a bucket can be read as a whole.
        _keys = new uint[1 + count + BucketSize];
        _weights = new sbyte[(1 + count) * Kinds];
        var order = Enumerable.Range(0, count).ToArray();
        MemoryExtensions.Sort(keys.ToArray().AsSpan(), order.AsSpan());
        for (var i = 0; i < count; i++)
        {
            var key = keys[order[i]];
            _keys[i + 1] = key;
            ReadRow(roots, order[i], _weights.AsSpan((i + 1) * Kinds, Kinds));
            _buckets[key >> (32 - BucketBits)] |= 1U << (int)((key >> (28 - BucketBits)) & 0xF);
        }

        for (var (bucket, row) = (0, 1); bucket < _buckets.Length; bucket++)
        {
            var first = row;
            while (row <= count && _keys[row] >> (32 - BucketBits) == bucket)
            {
                row++;
            }

            _buckets[bucket] |= (uint)first << 16;
            if (row - first > BucketSize)
            {
                throw new InvalidDataException($"More than {BucketSize} runs of the task model share bucket {bucket}; train it with fewer runs.");
            }
        }
    }

    /// <summary>Gets the shipped model.</summary>
    public static TaskModel Default { get; } = new(Resource());

    /// <summary>Reads a model from its table.</summary>
    public static TaskModel Read(ReadOnlySpan<byte> table) => new(table);

    /// <summary>Writes a model's table.</summary>
    /// <param name="runScale">What a weight of 1 is worth for a run.</param>
    /// <param name="shapeScale">What it is worth for a shape.</param>
    /// <param name="shapes">The weights of the shapes, <see cref="Kinds"/> each.</param>
    /// <param name="keys">The runs.</param>
    /// <param name="roots">The roots of their weights, with the sign of the weight, <see cref="Kinds"/> each.</param>
    public static byte[] Write(float runScale, float shapeScale, ReadOnlySpan<sbyte> shapes, ReadOnlySpan<uint> keys, ReadOnlySpan<sbyte> roots)
    {
        var halves = new byte[roots.Length / 2];
        for (var i = 0; i < halves.Length; i++)
        {
            halves[i] = (byte)((roots[2 * i] & 15) | (roots[(2 * i) + 1] << 4));
        }

        return [.. BitConverter.GetBytes(runScale), .. BitConverter.GetBytes(shapeScale), .. BitConverter.GetBytes(keys.Length), .. MemoryMarshal.AsBytes(shapes), .. MemoryMarshal.AsBytes(keys), .. halves];
    }

    private static void ReadRow(ReadOnlySpan<byte> halves, int row, Span<sbyte> weights)
    {
        for (var i = 0; i < Kinds; i++)
        {
            // The sign of the four bits.
            var root = (sbyte)(halves[((row * Kinds) + i) / 2] << (4 * (1 - (i & 1)))) >> 4;
            weights[i] = (sbyte)(root * Math.Abs(root));
        }
    }

    /// <summary>Says how much each of a number of runs counts.</summary>
    public static float RunWeight(int runs) => 1 / MathF.Sqrt(Math.Clamp(runs, 16, 64));

    /// <summary>Scores the kinds of a turn, as log odds against <see cref="TaskKind.Unknown"/>.</summary>
    /// <param name="units">Room for <see cref="TaskUnits.Capacity"/> units, as <see cref="TaskUnits"/> fills it.</param>
    /// <param name="count">How many of them are the turn's.</param>
    /// <param name="shapes">The rows of its shape, as <see cref="TaskShape"/> reads them.</param>
    /// <param name="scores">Room for <see cref="Kinds"/> scores; the first is that of <see cref="TaskKind.Math"/>.</param>
    /// <returns>How many runs of the turn it knows.</returns>
    [SkipLocalsInit]
    public int Score(ReadOnlySpan<uint> units, int count, ReadOnlySpan<int> shapes, Span<float> scores)
    {
        Span<uint> keys = stackalloc uint[UnitRuns.Room];
        Span<ushort> ends = stackalloc ushort[TaskUnits.Capacity];
        scores.Clear();
        var sums = new Sums();
        AddRuns(units[..count], UnitRuns.Of(units, count, keys), ends, ref sums);
        var known = sums.Rows;
        sums.MoveTo(scores, _runScale * RunWeight(known));
        foreach (var shape in shapes)
        {
            sums.Add(RowOf(_shapes, shape), 0);
        }

        sums.MoveTo(scores, _shapeScale);
        return known;
    }

    // A run is known only where its end is. All runs of one length are looked up before the longer ones, and what is found is noted without a branch:
    // most material stops at the first look, and no look waits for another.
    private void AddRuns(ReadOnlySpan<uint> units, UnitRuns runs, Span<ushort> ends, ref Sums sums)
    {
        var count = 0;
        ref var buckets = ref MemoryMarshal.GetArrayDataReference(_buckets);
        ref var end = ref MemoryMarshal.GetReference(ends);
        for (var i = TaskUnits.Lead; i < units.Length; i++)
        {
            if (TaskUnits.IsWord(units[i]) && (MayKnow(ref buckets, runs.One[i]) == 0 || !AddWord(runs.One[i], ref sums)))
            {
                continue;
            }

            Unsafe.Add(ref end, count) = (ushort)i;
            count += MayKnow(ref buckets, runs.Two[i]);
        }

        count = AddRuns(runs.Two, runs.Three, ends[..count], ref sums);
        count = AddRuns(runs.Three, runs.Four, ends[..count], ref sums);
        AddRuns(runs.Four, runs.Four, ends[..count], ref sums);
    }

    // Adds the runs of one length that end at some units, and keeps the ends of those whose longer runs may be known.
    private int AddRuns(ReadOnlySpan<uint> runs, ReadOnlySpan<uint> longer, Span<ushort> ends, ref Sums sums)
    {
        ref var buckets = ref MemoryMarshal.GetArrayDataReference(_buckets);
        ref var keys = ref MemoryMarshal.GetArrayDataReference(_keys);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var run = ref MemoryMarshal.GetReference(runs);
        ref var next = ref MemoryMarshal.GetReference(longer);
        ref var end = ref MemoryMarshal.GetReference(ends);
        var count = 0;
        for (var from = 0; from < ends.Length; from += Sums.Most)
        {
            var to = Math.Min(ends.Length, from + Sums.Most);
            var sum = Vector256<short>.Zero;
            var known = 0;
            for (var i = from; i < to; i++)
            {
                uint at = Unsafe.Add(ref end, i);
                var key = Unsafe.Add(ref run, at);
                var first = Unsafe.Add(ref buckets, key >> (32 - BucketBits)) >> 16;
                var same = Vector256.Equals(Vector256.LoadUnsafe(ref keys, first), Vector256.Create(key)).ExtractMostSignificantBits();

                // All ones where the run is known; else none, and the row is that of zeros.
                var mask = -(int)same >> 31;
                var row = (uint)mask & (first + (uint)BitOperations.TrailingZeroCount(same));
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref weights, row * Kinds).ToVector256Unsafe());
                known -= mask;
                Unsafe.Add(ref end, count) = (ushort)at;
                count += mask & MayKnow(ref buckets, Unsafe.Add(ref next, at));
            }

            sums.Add(sum, known);
        }

        return count;
    }

    private bool AddWord(uint key, ref Sums sums)
    {
        var first = _buckets[key >> (32 - BucketBits)] >> 16;
        var same = Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_keys), first), Vector256.Create(key)).ExtractMostSignificantBits();
        if (same == 0)
        {
            return false;
        }

        sums.Add(RowOf(_weights, (int)first + BitOperations.TrailingZeroCount(same)), 1);
        return true;
    }

    private static Vector256<short> RowOf(sbyte[] weights, int row) => Vector256.WidenLower(Vector128.Create<sbyte>(weights.AsSpan(row * Kinds, Kinds)).ToVector256Unsafe());

    // 0 where the bits of its bucket rule a run out, else 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int MayKnow(ref uint buckets, uint key) => (int)(Unsafe.Add(ref buckets, key >> (32 - BucketBits)) >> (int)(key >> (28 - BucketBits) & 0xF)) & 1;

    private static byte[] Resource()
    {
        using var stream = typeof(TaskModel).Assembly.GetManifestResourceStream("LanguageRouter.Signals.Tasks.tasks.bin")
            ?? throw new InvalidOperationException("The resource 'tasks.bin' is missing from the assembly.");
        var table = new byte[stream.Length];
        stream.ReadExactly(table);
        return table;
    }

    // Sums of rows of weights.
    private struct Sums
    {
        /// <summary>So many rows of signed bytes fit a sum of 16 bits.</summary>
        public const int Most = 256;

        private Vector256<int> _low;
        private Vector256<int> _high;

        public int Rows { get; private set; }

        public void Add(Vector256<short> sum, int rows)
        {
            var (low, high) = Vector256.Widen(sum);
            _low += low;
            _high += high;
            Rows += rows;
        }

        // Adds the sums to scores, and starts anew.
        public void MoveTo(Span<float> scores, float scale)
        {
            (Vector256.Create<float>(scores) + (Vector256.ConvertToSingle(_low) * scale)).CopyTo(scores);
            (Vector256.Create<float>(scores[8..]) + (Vector256.ConvertToSingle(_high) * scale)).CopyTo(scores[8..]);
            (_low, _high) = (default, default);
        }
    }
}
