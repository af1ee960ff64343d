using LanguageRouter.Review.Records;

namespace LanguageRouter.Review.Store.Rollups;

/// <summary>What records have in common that are summed up together; kept once, and referred to by number.</summary>
internal readonly record struct Series(string Tenant, string Policy, string Route, string Kind, string Model, string Task, string Language, bool Simulated)
{
    public static readonly string[] Columns = ["tenant", "policy", "route", "kind", "model", "task", "language", "simulated"];

    public static Series Of(StoredRecord record)
    {
        var route = RouteOf(record);
        var candidate = record.CandidateOf(route);
        return new Series(
            record.Tenant, record.Policy, route, candidate?.Kind ?? "unknown", candidate?.Model ?? "unknown", record.Signals.Task, record.Signals.Language, record.Simulated);
    }

    /// <summary>The route that answered, or the one that was tried last, or the target.</summary>
    public static string RouteOf(StoredRecord record) => record.Answered ?? (record.Attempts is [.., var last] ? last.Route : record.Target);
}
