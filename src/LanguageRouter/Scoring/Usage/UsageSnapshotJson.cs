using System.Text.Json.Serialization;

namespace LanguageRouter.Scoring.Usage;

/// <summary>Reads and writes snapshots without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(UsageSnapshot))]
internal sealed partial class UsageSnapshotJson : JsonSerializerContext;
