using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Tokens;

/// <summary>A profile as a decision keeps it: in halves of its room, which hold the counts of all but enormous texts, and in none where there is no text.</summary>
internal readonly struct PackedProfile
{
    private readonly Array? _counts;

    private PackedProfile(Array? counts) => _counts = counts;

    public bool IsEmpty => _counts is null;

    public static PackedProfile Of(in TextProfile profile)
    {
        if (profile.Length == 0)
        {
            return default;
        }

        ReadOnlySpan<int> counts = profile.Counted;
        if (counts.ContainsAnyExceptInRange(0, ushort.MaxValue))
        {
            return new PackedProfile(counts.ToArray());
        }

        var halves = new ushort[TextProfile.Room];
        for (nuint i = 0; i < TextProfile.Room; i += 8)
        {
            ref var from = ref MemoryMarshal.GetReference(counts);
            Vector128.Narrow(Vector128.LoadUnsafe(ref from, i).AsUInt32(), Vector128.LoadUnsafe(ref from, i + 4).AsUInt32())
                .StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(halves), i);
        }

        return new PackedProfile(halves);
    }

    public TextProfile Unpack()
    {
        var counts = default(TextProfile.Counts);
        if (_counts is ushort[] halves)
        {
            ref var to = ref counts[0];
            for (nuint i = 0; i < TextProfile.Room; i += 8)
            {
                var (lower, upper) = Vector128.Widen(Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(halves), i));
                lower.AsInt32().StoreUnsafe(ref to, i);
                upper.AsInt32().StoreUnsafe(ref to, i + 4);
            }
        }
        else if (_counts is int[] whole)
        {
            whole.CopyTo((Span<int>)counts);
        }

        return new TextProfile(counts);
    }
}
