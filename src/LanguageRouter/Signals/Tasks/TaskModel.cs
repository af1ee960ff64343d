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

    private const int FilterBits = 17;
    private const int BucketBits = 13;

    // So many keys are compared at once.
    private const int BucketSize = 8;

    private readonly float _runScale;
    private readonly float _shapeScale;
    private readonly sbyte[] _shapes;
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];

    // The keys by bucket, then the weights in the same order.
    private readonly ushort[] _buckets = new ushort[1 << BucketBits];
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

        // A key is 0 where there is none.
        _keys = new uint[count + BucketSize];
        _weights = new sbyte[count * Kinds];
        var order = Enumerable.Range(0, count).ToArray();
        MemoryExtensions.Sort(keys.ToArray().AsSpan(), order.AsSpan());
        for (var row = 0; row < count; row++)
        {
            var key = keys[order[row]];
            _keys[row] = key;
            ReadRow(roots, order[row], _weights.AsSpan(row * Kinds, Kinds));
            _filter[key >> (38 - FilterBits)] |= 1UL << (int)((key >> (32 - FilterBits)) & 63);
        }

        for (var (bucket, row) = (0, 0); bucket < _buckets.Length; bucket++)
        {
            _buckets[bucket] = (ushort)row;
            while (row < count && _keys[row] >> (32 - BucketBits) == bucket)
            {
                row++;
            }

            if (row - _buckets[bucket] > BucketSize)
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
    /// <param name="units">Its units, as <see cref="TaskUnits"/> reads them.</param>
    /// <param name="shapes">The rows of its shape, as <see cref="TaskShape"/> reads them.</param>
    /// <param name="scores">Room for <see cref="Kinds"/> scores; the first is that of <see cref="TaskKind.Math"/>.</param>
    /// <returns>How many runs of the turn it knows.</returns>
    public int Score(ReadOnlySpan<uint> units, ReadOnlySpan<int> shapes, Span<float> scores)
    {
        scores.Clear();
        var sums = new Sums();
        AddRuns(units, ref sums);
        var known = sums.Rows;
        sums.MoveTo(scores, _runScale * RunWeight(known));
        sums.Add(_shapes, shapes);
        sums.MoveTo(scores, _shapeScale);
        return known;
    }

    // A run is known only where its end is. All runs of one length are looked up before the longer ones, and what is found is noted without a branch:
    // most material stops at the first look, and no look waits for another.
    [SkipLocalsInit]
    private void AddRuns(ReadOnlySpan<uint> units, ref Sums sums)
    {
        Span<Candidate> candidates = stackalloc Candidate[TaskUnits.Capacity];
        Span<int> rows = stackalloc int[TaskUnits.Capacity];
        var count = 0;
        var found = 0;
        for (var i = TaskUnits.Lead; i < units.Length; i++)
        {
            var unit = units[i];
            var one = UnitRuns.One(unit);
            if (TaskUnits.IsWord(unit))
            {
                if (MayKnow(one) == 0 || Find(one, out rows[found]) == 0)
                {
                    continue;
                }

                found++;
            }

            var two = UnitRuns.Two(one, units[i - 1]);
            candidates[count] = new Candidate(i, two);
            count += MayKnow(two);
        }

        sums.Add(_weights, rows[..found]);
        for (var length = 2; length <= 4; length++)
        {
            var noted = candidates[..count];
            (count, found) = (0, 0);
            foreach (var (unit, run) in noted)
            {
                var known = Find(run, out rows[found]);
                found += known;
                var longer = length == 2 ? UnitRuns.Three(run, units[unit - 2]) : UnitRuns.Four(run, units[unit - 3]);
                candidates[count] = new Candidate(unit, longer);
                count += MayKnow(longer) & known;
            }

            sums.Add(_weights, rows[..found]);
        }
    }

    // 0 where the filter rules a run out, else 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int MayKnow(uint run)
    {
        var key = UnitRuns.Key(run);
        return (int)(Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_filter), key >> (38 - FilterBits)) >> (int)((key >> (32 - FilterBits)) & 63)) & 1;
    }

    // 1 where a run is known.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint run, out int row)
    {
        var key = UnitRuns.Key(run);
        int first = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buckets), key >> (32 - BucketBits));
        var same = Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_keys), (nuint)first), Vector256.Create(key)).ExtractMostSignificantBits();
        row = first + BitOperations.TrailingZeroCount(same);
        return (int)((uint)-(int)same >> 31);
    }

    private static byte[] Resource()
    {
        using var stream = typeof(TaskModel).Assembly.GetManifestResourceStream("LanguageRouter.Signals.Tasks.tasks.bin")
            ?? throw new InvalidOperationException("The resource 'tasks.bin' is missing from the assembly.");
        var table = new byte[stream.Length];
        stream.ReadExactly(table);
        return table;
    }

    private readonly record struct Candidate(int Unit, uint Run);

    // Sums of rows of weights.
    private struct Sums
    {
        // So many signed bytes fit a sum of 16 bits.
        private const int Flush = 256;

        private Vector256<int> _low;
        private Vector256<int> _high;

        public int Rows { get; private set; }

        public void Add(sbyte[] weights, ReadOnlySpan<int> rows)
        {
            Rows += rows.Length;
            while (!rows.IsEmpty)
            {
                var part = rows[..Math.Min(Flush, rows.Length)];
                var sum = Vector256<short>.Zero;
                foreach (var row in part)
                {
                    var (low, high) = Vector128.Widen(Vector128.Create<sbyte>(weights.AsSpan(row * Kinds, Kinds)));
                    sum += Vector256.Create(low, high);
                }

                var (first, second) = Vector256.Widen(sum);
                _low += first;
                _high += second;
                rows = rows[part.Length..];
            }
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
