using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Decisions;

/// <summary>Tells two requests of plain text apart by a 128-bit hash and their length.</summary>
/// <remarks>
/// The hash is seeded at random in each process, so that nobody can prepare two texts that collide; tenant and policy are parts of the
/// cache key beside it. A request with tools, attachments or a schema has no fingerprint: it is read in full each time.
/// </remarks>
internal readonly record struct RequestFingerprint(UInt128 Hash, int Length, bool IsStreamed)
{
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public static RequestFingerprint? Of(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool streamed)
    {
        if (options is { Tools.Count: > 0 } or { ResponseFormat: ChatResponseFormatJson })
        {
            return null;
        }

        // The usual request, one message with one text, is hashed at once.
        if (messages is [{ Contents: [TextContent { Text: { } only }] } message] && options is null or { Instructions: null, MaxOutputTokens: null } && message.Role == ChatRole.User)
        {
            return new RequestFingerprint(XxHash128.HashToUInt128(MemoryMarshal.AsBytes(only.AsSpan()), Seed), only.Length, streamed);
        }

        var hash = new XxHash128(Seed);
        var length = 0;
        Append(hash, options?.Instructions ?? "", ref length);
        hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>([options?.MaxOutputTokens ?? -1])));
        for (var i = 0; i < messages.Count; i++)
        {
            Append(hash, messages[i].Role.Value, ref length);
            foreach (var content in messages[i].Contents)
            {
                if (content is not TextContent { Text: { } text })
                {
                    return null;
                }

                Append(hash, text, ref length);
            }
        }

        return new RequestFingerprint(hash.GetCurrentHashAsUInt128(), length, streamed);
    }

    // Each part goes in behind its length: the end of one text can never be taken for the start of the next.
    private static void Append(XxHash128 hash, string text, ref int length)
    {
        hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>([text.Length])));
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        length += text.Length;
    }
}
