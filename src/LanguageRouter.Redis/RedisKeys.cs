using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LanguageRouter.Budgets;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Redis;

/// <summary>Makes the keys. Every part that comes from outside is hashed, each behind its length, so that no text can reach into another key.</summary>
/// <remarks>All keys of a tenant have the same hash tag, so that one script may touch them in a cluster.</remarks>
internal sealed class RedisKeys(string prefix)
{
    /// <summary>What the keys of a tenant's budget begin with.</summary>
    public string Budget(string tenant) => $"{prefix}:{{{Hash(tenant)}}}:budget:";

    public static string Window(string budget, BudgetWindow window) => $"{budget}{NameOf(window.Period)}:{window.Start.ToUnixTimeMilliseconds()}";

    /// <summary>The key of a remembered route.</summary>
    public string Conversation(in ConversationKey key) =>
        $"{prefix}:{{{Hash(key.Tenant)}}}:conversation:{Hash(key.PolicyVersion, key.Scope.ToString(), key.Id)}";

    private static char NameOf(BudgetPeriod period) => period switch
    {
        BudgetPeriod.Hour => 'h',
        BudgetPeriod.Day => 'd',
        BudgetPeriod.Month => 'm',
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "The period has no name in Redis."),
    };

    // UTF-16 as it is: an encoding would make the same bytes of different broken texts.
    private static string Hash(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..20]);
    }
}
