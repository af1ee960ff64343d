namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Represents a model's section <c>Client</c>, checked. It holds the key: it is never written anywhere.</summary>
internal sealed record ModelClientSettings
{
    /// <summary>The base address, without a query.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The query of the endpoint, as <c>?api-version=2024-10-21</c>; it goes with every request.</summary>
    public string Query { get; init; } = "";

    public string? Key { get; init; }

    /// <summary>The header that carries the bare key; null for <c>Authorization: Bearer</c>.</summary>
    public string? KeyHeader { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The longest wait for a connection: name, socket and encryption together.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public ClientProtocol Protocol { get; init; }

    public OutputLimitField OutputLimit { get; init; }

    /// <summary>What the protocols of token ids need; null for the others.</summary>
    public TokenIdsSettings? TokenIds { get; init; }

    /// <summary>Without the key: a record would print it.</summary>
    public override string ToString() => $"{Protocol} at {Endpoint}";
}
