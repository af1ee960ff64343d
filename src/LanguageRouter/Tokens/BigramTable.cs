using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LanguageRouter.Tokens;

/// <summary>What two neighbouring characters do to each other: merge, may meet inside a longer token, or never.</summary>
/// <remarks>
/// One row per left character, a cell per right one. The rows lie over one another, displaced so that no two cells
/// share a place, and each place names the left character it belongs to: a lookup is one read, without a search.
/// </remarks>
internal sealed class BigramTable
{
    // No token holds half of a surrogate pair.
    private const ushort Empty = 0xD800;
    private readonly ushort[] _owners;
    private readonly uint[] _merged;

    /// <summary>Initializes a new instance of the <see cref="BigramTable"/> class.</summary>
    /// <param name="bigrams">The merged id of each pair (left above right), <see cref="BytePairMerges.None"/> where it only lies in longer tokens.</param>
    public BigramTable(Dictionary<uint, uint> bigrams)
    {
        var rows = new Dictionary<uint, List<uint>>();
        foreach (var pair in bigrams.Keys)
        {
            (rows.TryGetValue(pair >> 16, out var row) ? row : rows[pair >> 16] = []).Add(pair & 0xFFFF);
        }

        var size = 1 << 16;
        _owners = new ushort[size];
        _merged = new uint[size];
        while (!TryPlace(rows))
        {
            size *= 2;
            _owners = new ushort[size];
            _merged = new uint[size];
        }

        foreach (var (pair, id) in bigrams)
        {
            _merged[(Rows[pair >> 16] + (pair & 0xFFFF)) & (uint)(size - 1)] = id;
        }
    }

    /// <summary>Gets where each left character's row begins.</summary>
    public uint[] Rows { get; } = new uint[char.MaxValue + 1];

    /// <summary>Whether some token holds two characters side by side; a text may be cut where none does.</summary>
    /// <param name="left">The left character.</param>
    /// <param name="row">Its row.</param>
    /// <param name="right">The right character.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(uint left, uint row, uint right) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_owners), (row + right) & (uint)(_owners.Length - 1)) == left;

    /// <summary>Gets the id that two contained characters merge into, or <see cref="BytePairMerges.None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint MergedOf(uint row, uint right) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_merged), (row + right) & (uint)(_merged.Length - 1));

    private bool TryPlace(Dictionary<uint, List<uint>> rows)
    {
        Array.Fill(_owners, Empty);
        var mask = (uint)(_owners.Length - 1);
        uint from = 0;
        foreach (var (left, row) in rows.OrderByDescending(r => r.Value.Count).ThenBy(r => r.Key))
        {
            // Long rows are placed one beside another as they come; a place once full stays so, and is not tried again for short rows.
            var tried = 0u;
            var start = from - row[0];
            while (!Fits(row, start, mask))
            {
                if (++tried > mask)
                {
                    return false;
                }

                start++;
            }

            from = row.Count > 1 ? 0 : start + row[0];
            Rows[left] = start & mask;
            foreach (var right in row)
            {
                _owners[(start + right) & mask] = (ushort)left;
            }
        }

        return true;
    }

    private bool Fits(List<uint> row, uint start, uint mask)
    {
        foreach (var right in row)
        {
            if (_owners[(start + right) & mask] != Empty)
            {
                return false;
            }
        }

        return true;
    }
}
