using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Signals.Tasks;

/// <summary>The trained weights of the task kinds: sixteen signed bytes for each feature that it knows.</summary>
/// <remarks>
/// A multinomial logistic regression. A turn of which no feature speaks has the score of <see cref="TaskKind.Unknown"/>, 0. A run that was not selected in training has no weight.
/// Trained by the command <c>train-tasks</c> of LanguageRouter.Evaluation. Immutable, safe for concurrent use.
/// </remarks>
internal sealed class TaskModel
{
    /// <summary>How many kinds have weights: all but <see cref="TaskKind.Unknown"/>.</summary>
    public const int Kinds = 16;

    private const int FilterBits = 18;

    private readonly float _runScale;
    private readonly float _shapeScale;
    private readonly sbyte[] _shapes;
    private readonly sbyte[] _weights;
    private readonly Place[] _places;
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];

    private TaskModel(ReadOnlySpan<byte> table)
    {
        _runScale = MemoryMarshal.Read<float>(table);
        _shapeScale = MemoryMarshal.Read<float>(table[4..]);
        var count = MemoryMarshal.Read<int>(table[8..]);
        table = table[12..];
        _shapes = MemoryMarshal.Cast<byte, sbyte>(table[..(TaskShape.Count * Kinds)]).ToArray();
        var keys = MemoryMarshal.Cast<byte, uint>(table.Slice(_shapes.Length, count * sizeof(uint)));
        _weights = MemoryMarshal.Cast<byte, sbyte>(table.Slice(_shapes.Length + (count * sizeof(uint)), count * Kinds)).ToArray();

        // 0 stands for an empty place.
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)count * 2);
        _places = new Place[places];
        for (var row = 0; row < count; row++)
        {
            var at = keys[row] & (uint)(places - 1);
            while (_places[at].Key != 0)
            {
                at = (at + 1) & (uint)(places - 1);
            }

            _places[at] = new Place(keys[row], row);
            _filter[keys[row] >> (38 - FilterBits)] |= 1UL << (int)((keys[row] >> (32 - FilterBits)) & 63);
        }
    }

    /// <summary>Gets the shipped model.</summary>
    public static TaskModel Default { get; } = new(Resource());

    /// <summary>Reads a model from its table.</summary>
    public static TaskModel Read(ReadOnlySpan<byte> table) => new(table);

    /// <summary>Writes a model's table.</summary>
    public static byte[] Write(float runScale, float shapeScale, ReadOnlySpan<sbyte> shapes, ReadOnlySpan<uint> keys, ReadOnlySpan<sbyte> weights) =>
    [
        .. BitConverter.GetBytes(runScale),
        .. BitConverter.GetBytes(shapeScale),
        .. BitConverter.GetBytes(keys.Length),
        .. MemoryMarshal.AsBytes(shapes),
        .. MemoryMarshal.AsBytes(keys),
        .. MemoryMarshal.AsBytes(weights),
    ];

    /// <summary>Says how much each of a number of runs counts.</summary>
    public static float RunWeight(int runs) => 1 / MathF.Sqrt(Math.Clamp(runs, 16, 64));

    /// <summary>Scores the kinds of a turn, as log odds against <see cref="TaskKind.Unknown"/>.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="choices">Its list of answers.</param>
    /// <param name="context">What is already known of the request.</param>
    /// <param name="phrases">What its phrases show.</param>
    /// <param name="scores">Room for <see cref="Kinds"/> scores; the first is that of <see cref="TaskKind.Math"/>.</param>
    /// <returns>How many runs of the turn it knows.</returns>
    public int Score(ReadOnlySpan<char> text, ChoiceList choices, TaskContext context, in TaskFinding phrases, Span<float> scores)
    {
        var sum = new Sum(this);
        TaskFeatures.Read(text, choices, context, phrases, ref sum);
        return sum.Finish(scores);
    }

    private static byte[] Resource()
    {
        using var stream = typeof(TaskModel).Assembly.GetManifestResourceStream("LanguageRouter.Signals.Tasks.tasks.bin")
            ?? throw new InvalidOperationException("The resource 'tasks.bin' is missing from the assembly.");
        var table = new byte[stream.Length];
        stream.ReadExactly(table);
        return table;
    }

    private readonly record struct Place(uint Key, int Row);

    private ref struct Sum(TaskModel model) : ITaskFeatureSink
    {
        // So many signed bytes fit a sum of 16 bits.
        private const int Flush = 256;

        private readonly ref ulong _filter = ref MemoryMarshal.GetArrayDataReference(model._filter);
        private Vector256<short> _recent;
        private Vector256<int> _low;
        private Vector256<int> _high;
        private Vector256<short> _shape;
        private int _pending;
        private int _runs;

        public readonly void Unit()
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Run(uint key)
        {
            var word = Unsafe.Add(ref _filter, key >> (38 - FilterBits));
            return (word >> (int)((key >> (32 - FilterBits)) & 63) & 1) != 0 && Find(key);
        }

        public void Shape(int row) => _shape += Widen(model._shapes, row);

        public int Finish(Span<float> scores)
        {
            Gather();
            var scale = model._runScale * RunWeight(_runs);
            var (low, high) = Vector256.Widen(_shape);
            ((Vector256.ConvertToSingle(_low) * scale) + (Vector256.ConvertToSingle(low) * model._shapeScale)).CopyTo(scores);
            ((Vector256.ConvertToSingle(_high) * scale) + (Vector256.ConvertToSingle(high) * model._shapeScale)).CopyTo(scores[8..]);
            return _runs;
        }

        private bool Find(uint key)
        {
            var places = model._places;
            for (var at = key & (uint)(places.Length - 1); places[at].Key != 0; at = (at + 1) & (uint)(places.Length - 1))
            {
                if (places[at].Key == key)
                {
                    _recent += Widen(model._weights, places[at].Row);
                    if (++_pending == Flush)
                    {
                        Gather();
                    }

                    return true;
                }
            }

            return false;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<short> Widen(sbyte[] weights, int row)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(weights), (nuint)(row * Kinds)));
            return Vector256.Create(low, high);
        }

        private void Gather()
        {
            var (low, high) = Vector256.Widen(_recent);
            _low += low;
            _high += high;
            _recent = default;
            _runs += _pending;
            _pending = 0;
        }
    }
}
