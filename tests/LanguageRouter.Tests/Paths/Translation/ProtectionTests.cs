using CsCheck;
using LanguageRouter.Paths.Translation.Protection;

namespace LanguageRouter.Tests.Paths.Translation;

public sealed class ProtectionTests
{
    [Theory]
    [InlineData("関数`print(\"です。\")`を使う", "`print(\"です。\")`")]
    [InlineData("詳しくはhttps://example.com/a?b=1を見て", "https://example.com/a?b=1")]
    [InlineData("(https://en.wikipedia.org/wiki/A_(b))を見て", "https://en.wikipedia.org/wiki/A_(b)")]
    [InlineData("連絡はtaro.y+x@example.co.jpまで", "taro.y+x@example.co.jp")]
    [InlineData("電話は03-1234-5678です", "03-1234-5678")]
    [InlineData("電話は+81-3-1234-5678です", "+81-3-1234-5678")]
    [InlineData("/usr/local/binに置く", "/usr/local/bin")]
    [InlineData(@"C:\Users\taro\a.txtを開く", @"C:\Users\taro\a.txt")]
    [InlineData("config.jsonを編集", "config.json")]
    [InlineData("git --no-pager を使う", "--no-pager")]
    [InlineData("ls -l と打つ", "-l")]
    [InlineData("<b>太字</b>です", "<b>", "</b>")]
    [InlineData("A&amp;B社", "&amp;")]
    [InlineData("式$x^2+1$を解く", "$x^2+1$")]
    [InlineData(@"式\(a+b\)を解く", @"\(a+b\)")]
    [InlineData(@"\frac{1}{2}を足す", @"\frac{1}{2}")]
    [InlineData("{name}さん、{0}件です", "{name}", "{0}")]
    [InlineData("{{user}}さん", "{{user}}")]
    [InlineData("${x}と%sと%1$sと%(n)d", "${x}", "%s", "%1$s", "%(n)d")]
    [InlineData("WHERE id = :id です", ":id")]
    [InlineData("<x/>を残す", "<x/>")]
    [InlineData("出典[1]と[^2]", "[1]", "[^2]")]
    [InlineData("[公式](https://example.com)を参照", "[", "](https://example.com)")]
    [InlineData("これは**大事**です", "**", "**")]
    [InlineData("完了😀👍🏽👨‍👩‍👧です", "😀👍🏽👨‍👩‍👧")]
    [InlineData("「はい」と『いいえ』", "「", "」", "『", "』")]
    [InlineData("user_idとABC-123", "user_id", "ABC-123")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000です", "550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("日付は2024-01-15です", "2024-01-15")]
    [InlineData("サーバは192.168.0.1です", "192.168.0.1")]
    [InlineData("印⟦は残す", "⟦")]
    public void Protects(string text, params string[] expected)
    {
        var found = InlineProtector.Protect(text, 1);
        Assert.Equal(expected, found.Spans.Select(s => s.Text));
        Assert.Null(Restorer.TryRestore(found, found.Text, out var restored));
        Assert.Equal(text, restored);
    }

    [Theory]
    [InlineData("$5と$10を払う")]
    [InlineData("It costs $5 and then $10.")]
    [InlineData("男/女 and/or")]
    [InlineData("a 4-month-old mouse, e.g. this one.")]
    [InlineData("100%です、50%d")]
    [InlineData("a < b かつ c > d")]
    [InlineData("3 * 4 * 5 = 60")]
    [InlineData("時刻は10:30、時間:3")]
    [InlineData("𠮷野家")]
    public void LeavesText(string text) => Assert.Empty(InlineProtector.Protect(text, 1).Spans);

    [Fact]
    public void IsIdentityForAnyText() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["`~*_[](){}<>&$\\%:/@-.|「」『』⟦⟧0123456789 \nあ漢a\uD83D\uDE00\uD800\u200D"]), 0, 60].Sample(text =>
        {
            var found = InlineProtector.Protect(text, 3);
            return Restorer.TryRestore(found, found.Text, out var restored) is null && restored == text;
        }, iter: 8_000);

    [Fact]
    public void NamesWhatIsWrong()
    {
        var source = InlineProtector.Protect("`a`と`b`と「c」", 1);
        Assert.Equal("⟦1⟧と⟦2⟧と⟦3⟧c⟦4⟧", source.Text);
        Assert.Null(Restorer.TryRestore(source, "⟦ 2 ⟧ and ⟦１⟧ ⟦3⟧c⟦4⟧", out var restored));
        Assert.Equal("`b` and `a` 「c」", restored);
        Assert.Equal("placeholder_lost", Restorer.TryRestore(source, "⟦1⟧ ⟦3⟧c⟦4⟧", out _));
        Assert.Equal("placeholder_doubled", Restorer.TryRestore(source, "⟦1⟧⟦1⟧⟦2⟧ ⟦3⟧c⟦4⟧", out _));
        Assert.Equal("placeholder_unknown", Restorer.TryRestore(source, "⟦1⟧⟦2⟧⟦3⟧⟦4⟧⟦9⟧", out _));
        Assert.Equal("placeholder_broken", Restorer.TryRestore(source, "⟦1⟧⟦2⟧⟦3⟧⟦4", out _));
        Assert.Equal("placeholder_order", Restorer.TryRestore(source, "⟦1⟧⟦2⟧⟦4⟧c⟦3⟧", out _));
    }
}
