using System.IO.Hashing;
using System.Runtime.InteropServices;
using LanguageRouter.Policies;
using Microsoft.Extensions.AI;

namespace LanguageRouter;

/// <summary>The policy that a request did not get in an experiment, and how probable the one it got was.</summary>
internal sealed record ExperimentArm(RoutingPolicy Other, double Probability)
{
    /// <summary>Assigns a request to one of the policies of its tenant's experiment: always the same for a conversation.</summary>
    /// <remarks>A conversation that the application does not name is told by its first message.</remarks>
    public static (RoutingPolicy Policy, ExperimentArm? Arm) Assign(RoutingPolicy policy, string tenant, string? conversation, IReadOnlyList<ChatMessage> messages)
    {
        if (policy.Experiment is not { } experiment)
        {
            return (policy, null);
        }

        if (experiment.Mode == ExperimentMode.Shadow)
        {
            return (policy, new ExperimentArm(experiment.Candidate, 1));
        }

        return Draw(tenant, experiment.Name, conversation ?? FirstText(messages)) < experiment.Share
            ? (experiment.Candidate, new ExperimentArm(policy, experiment.Share))
            : (policy, new ExperimentArm(experiment.Candidate, 1 - experiment.Share));
    }

    // A number of 0 to 1 that is the same in every process.
    private static double Draw(string tenant, string experiment, string conversation)
    {
        var hash = new XxHash64();
        foreach (var part in (ReadOnlySpan<string>)[tenant, experiment, conversation])
        {
            hash.Append(MemoryMarshal.AsBytes(part.AsSpan()));
            hash.Append([0, 0]);
        }

        return (hash.GetCurrentHashAsUInt64() >> 11) * (1.0 / (1UL << 53));
    }

    private static string FirstText(IReadOnlyList<ChatMessage> messages)
    {
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.User)
            {
                return message.Text;
            }
        }

        return "";
    }
}
