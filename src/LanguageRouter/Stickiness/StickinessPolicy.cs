using System.Globalization;

namespace LanguageRouter.Stickiness;

/// <summary>Represents how firmly a tenant's conversations keep their routes, with all defaults resolved.</summary>
/// <remarks>Immutable and safe for concurrent use. See <see cref="StickinessOptions"/> for the meaning and the defaults of the values.</remarks>
public sealed class StickinessPolicy
{
    /// <summary>Gets the policy that has every default.</summary>
    public static StickinessPolicy Default { get; } = new();

    /// <summary>Gets how long a provider is expected to hold a prompt in its cache after the last use.</summary>
    public TimeSpan CacheLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how many requests of a conversation to expect from this one on.</summary>
    public int ExpectedTurns { get; init; } = 3;

    /// <summary>Gets by how much the total of another route must exceed the kept one's, once the switch is paid for.</summary>
    public double SwitchMargin { get; init; } = 0.02;

    internal static StickinessPolicy Compile(StickinessOptions own, StickinessPolicy inherited) => new()
    {
        CacheLifetime = own.CacheLifetime ?? inherited.CacheLifetime,
        ExpectedTurns = own.ExpectedTurns ?? inherited.ExpectedTurns,
        SwitchMargin = own.SwitchMargin ?? inherited.SwitchMargin,
    };

    /// <summary>Writes every value for the policy's version.</summary>
    internal string Describe() => string.Create(CultureInfo.InvariantCulture, $"{CacheLifetime} {ExpectedTurns} {SwitchMargin:R}");
}
