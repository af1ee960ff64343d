using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>The trained evidence of Han characters and their pairs for Japanese against Chinese, and of characters for simplified against traditional.</summary>
/// <remarks>
/// A logistic regression, quantised to 8 bits a character and 4 bits a pair. It is trained by the command <c>train-han</c> of LanguageRouter.Evaluation on word lists
/// whose licences allow it (IPADIC, JUMAN, jieba, OpenCC; see the notice beside the table); the evaluation sets are not among them.
/// </remarks>
internal sealed class HanModel
{
    /// <summary>The first and the last character that have weights of their own.</summary>
    public const int First = 0x3000;
    public const int Characters = 0xA000 - First;

    /// <summary>Stands for the start and the end of a run.</summary>
    public const char Edge = '\0';

    /// <summary>Bits of a pair's index.</summary>
    public const int PairBits = 20;
    public const int Pairs = 1 << PairBits;

    /// <summary>The largest weight of a pair; what exceeds it is cut.</summary>
    private const float PairLimit = 3.5f;

    private const int HeaderLength = 4 * sizeof(float);

    private readonly float _bias;
    private readonly float _characterScale;
    private readonly float _pairScale;
    private readonly float _scriptScale;
    private readonly sbyte[] _characters;
    private readonly sbyte[] _scripts;
    private readonly byte[] _pairs;

    private HanModel(ReadOnlySpan<byte> table)
    {
        var scales = MemoryMarshal.Cast<byte, float>(table[..HeaderLength]);
        (_bias, _characterScale, _pairScale, _scriptScale) = (scales[0], scales[1], scales[2], scales[3]);
        var weights = MemoryMarshal.Cast<byte, sbyte>(table[HeaderLength..]);
        _characters = weights[..Characters].ToArray();
        _scripts = weights.Slice(Characters, Characters).ToArray();
        _pairs = table.Slice(HeaderLength + (2 * Characters), Pairs / 2).ToArray();
    }

    /// <summary>Gets the shipped model.</summary>
    public static HanModel Default { get; } = new(LanguageResource.Read("han.bin"));

    /// <summary>Gets the index of a pair of characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pair(char first, char second) => (int)((((uint)first * 0x9E3779B1u) ^ ((uint)second * 0x85EBCA77u) + ((uint)first << 15)) * 0xC2B2AE3Du >> (32 - PairBits));

    /// <summary>Writes a model's table.</summary>
    public static byte[] Write(float bias, ReadOnlySpan<float> characters, ReadOnlySpan<float> scripts, ReadOnlySpan<float> pairs)
    {
        var table = new byte[HeaderLength + (2 * Characters) + (Pairs / 2)];
        var scales = MemoryMarshal.Cast<byte, float>(table.AsSpan(0, HeaderLength));
        var weights = MemoryMarshal.Cast<byte, sbyte>(table.AsSpan(HeaderLength));
        scales[0] = bias;
        scales[1] = Quantise(characters, weights);
        scales[3] = Quantise(scripts, weights[Characters..]);
        scales[2] = QuantiseToHalfBytes(pairs, table.AsSpan(HeaderLength + (2 * Characters)));
        return table;
    }

    /// <summary>Reads a model from its table.</summary>
    public static HanModel Read(ReadOnlySpan<byte> table) => new(table);

    /// <summary>Gets the evidence of a run of Han characters: log odds of Japanese, and of traditional against simplified.</summary>
    /// <param name="run">Han characters.</param>
    public (float Japanese, float Traditional) Evidence(ReadOnlySpan<char> run)
    {
        var characters = 0;
        var scripts = 0;
        var pairs = 0;
        var previous = Edge;
        foreach (var c in run)
        {
            var index = c - First;
            if ((uint)index < Characters)
            {
                characters += _characters[index];
                scripts += _scripts[index];
            }

            pairs += PairWeight(Pair(previous, c));
            previous = c;
        }

        pairs += PairWeight(Pair(previous, Edge));
        return (_bias + (characters * _characterScale) + (pairs * _pairScale), scripts * _scriptScale);
    }

    // Two weights of 4 bits, -7 to 7, in a byte; the even one in the low half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PairWeight(int pair) => ((_pairs[pair >> 1] >> ((pair & 1) << 2)) & 15) - 7;

    private static float QuantiseToHalfBytes(ReadOnlySpan<float> weights, Span<byte> quantised)
    {
        const float Scale = PairLimit / 7;
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = (int)Math.Round(Math.Clamp(weights[i], -PairLimit, PairLimit) / Scale) + 7;
            quantised[i >> 1] |= (byte)(weight << ((i & 1) << 2));
        }

        return Scale;
    }

    private static float Quantise(ReadOnlySpan<float> weights, Span<sbyte> quantised)
    {
        var largest = 0f;
        foreach (var weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        var scale = Math.Max(largest, 1e-6f) / sbyte.MaxValue;
        for (var i = 0; i < weights.Length; i++)
        {
            quantised[i] = (sbyte)Math.Round(weights[i] / scale);
        }

        return scale;
    }
}
