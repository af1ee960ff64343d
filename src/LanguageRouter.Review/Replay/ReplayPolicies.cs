using System.Buffers.Binary;
using LanguageRouter.Policies;
using LanguageRouter.Review.Records;

namespace LanguageRouter.Review.Replay;

/// <summary>Finds the policy that a kept record would be decided under: its tenant's, or the candidate that its experiment tries, with what the request overrides.</summary>
internal static class ReplayPolicies
{
    /// <summary>The policy; null where the router would refuse the request, as the policy does not permit what it overrides.</summary>
    public static RoutingPolicy? Of(RoutingConfiguration configuration, StoredRecord record)
    {
        var policy = configuration.PolicyOf(record.Tenant);

        // The conversation that draws the lot is not kept; the record's identifier draws as many, and the same at every replay.
        if (policy.Experiment is { Mode: ExperimentMode.Share } experiment && Lot(record.Id) < experiment.Share)
        {
            policy = experiment.Candidate;
        }

        if (record.Overrides is not { } overrides)
        {
            return policy;
        }

        try
        {
            return overrides.ToOverrides().Apply(policy, record.Tenant);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The random end of an identifier that begins with the time, from 0 to 1, 1 excluded.
    private static double Lot(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) << 2 >> 11) * (1.0 / (1UL << 53));
    }
}
