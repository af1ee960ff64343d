using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Signals.Languages;

/// <summary>The trained evidence of letter triples for each Latin-script language and for romaji.</summary>
/// <remarks>
/// A multinomial logistic regression over hashed triples, 8 bits a weight. It is trained by the command <c>train-latin</c> of LanguageRouter.Evaluation
/// on the annotations of Unicode's CLDR, an English word list (SCOWL), the readings of IPADIC and the function words of this project; see the notice beside the table.
/// </remarks>
internal sealed class LatinModel
{
    /// <summary>The classes: English, the languages of <see cref="LanguageTable"/> from the first Latin one on, romaji, and all others together.</summary>
    public const int Classes = 32;
    public const int Romaji = 30;
    public const int Other = 31;

    /// <summary>Bits of a triple's index.</summary>
    public const int TripleBits = 13;
    public const int Triples = 1 << TripleBits;

    /// <summary>Stands for the start and the end of a word.</summary>
    public const char Edge = '_';

    private readonly sbyte[] _weights;

    private LatinModel(ReadOnlySpan<byte> table)
    {
        Scale = MemoryMarshal.Read<float>(table);
        _weights = MemoryMarshal.Cast<byte, sbyte>(table[sizeof(float)..]).ToArray();
    }

    /// <summary>Gets the shipped model.</summary>
    public static LatinModel Default { get; } = new(LanguageResource.Read("latin.bin"));

    /// <summary>Gets the log odds that one step of a weight stands for.</summary>
    public float Scale { get; }

    /// <summary>Says whether a class stands for a language.</summary>
    public static bool IsTrained(int index) => index is Romaji or Other || index <= LatinTally.ClassOf(LanguageTable.LastLatin);

    /// <summary>Gets the index of a triple of lower-case letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Triple(char first, char second, char third) =>
        (int)((((first * 0x9E3779B1u) ^ (second * 0x85EBCA77u) ^ (third * 0x27D4EB2Fu)) * 0xC2B2AE3Du) >> (32 - TripleBits));

    /// <summary>Writes a model's table.</summary>
    /// <param name="weights">Triples x classes.</param>
    public static byte[] Write(ReadOnlySpan<float> weights)
    {
        const float Limit = 4;
        var scale = Limit / sbyte.MaxValue;
        var table = new byte[sizeof(float) + weights.Length];
        MemoryMarshal.Write(table, in scale);
        for (var i = 0; i < weights.Length; i++)
        {
            table[sizeof(float) + i] = (byte)(sbyte)Math.Round(Math.Clamp(weights[i], -Limit, Limit) / scale);
        }

        return table;
    }

    /// <summary>Reads a model from its table.</summary>
    public static LatinModel Read(ReadOnlySpan<byte> table) => new(table);

    /// <summary>Adds the evidence of a triple to the sums of all classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int triple, ref short sums)
    {
        var row = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_weights), (nuint)(triple * Classes));
        var (low, high) = Vector256.Widen(row);
        (Vector256.LoadUnsafe(ref sums) + low).StoreUnsafe(ref sums);
        (Vector256.LoadUnsafe(ref sums, 16) + high).StoreUnsafe(ref sums, 16);
    }
}
