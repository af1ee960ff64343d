using CsCheck;
using LanguageRouter.Budgets;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Redis.Tests;

public sealed class RedisKeysTests
{
    private static readonly RedisKeys Keys = new("language_router");

    private static readonly Gen<string> Part = Gen.Frequency(
        (3, Gen.Int[0, 15].Select(i => new[] { "", "acme", "acme:", "{acme}", "}acme{", "acme\0", "аcme", "ａｃｍｅ", "acme ", "a", "cme", "\ud800", "\udfff", "\r\nFLUSHALL\r\n", ":conversation:", new string('x', 100_000) }[i])),
        (2, Gen.String[0, 12]));

    [Fact]
    public void TwoKeysAreEqualOnlyWhereEveryPartIs() =>
        Gen.Select(Part, Part, Part, Part, Part, Part).Sample((a, b, c, x, y, z) =>
        {
            var (one, two) = (new ConversationKey(a, b, ConversationScope.Conversation, c), new ConversationKey(x, y, ConversationScope.Conversation, z));
            Assert.Equal(one == two, Keys.Conversation(one) == Keys.Conversation(two));
            Assert.Equal(a == x, Keys.Budget(a) == Keys.Budget(x));
            Assert.NotEqual(Keys.Conversation(one), Keys.Conversation(one with { Scope = ConversationScope.Turn }));
        });

    [Fact]
    public void NothingFromOutsideReachesAKeyAndItsHashTagIsTheTenants() =>
        Gen.Select(Part, Part, Part).Sample((tenant, version, id) =>
        {
            var window = BudgetWindow.At(BudgetPeriod.Day, TimeZoneInfo.Utc, new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero));
            var budget = RedisKeys.Window(Keys.Budget(tenant), window);
            var conversation = Keys.Conversation(new ConversationKey(tenant, version, ConversationScope.Turn, id));
            Assert.Matches("^language_router:\\{[0-9a-f]{40}\\}:budget:d:1795651200000$", budget);
            Assert.Matches("^language_router:\\{[0-9a-f]{40}\\}:conversation:[0-9a-f]{40}$", conversation);
            Assert.Equal(budget[..58], conversation[..58]);
        });

    [Theory]
    [InlineData("")]
    [InlineData("a{b}")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public void APrefixThatCouldBreakAKeyIsRefused(string prefix) =>
        Assert.Contains("Fix: ", Assert.Throws<ArgumentException>(() => new RedisRoutingOptions { KeyPrefix = prefix }.Validate()).Message, StringComparison.Ordinal);
}
