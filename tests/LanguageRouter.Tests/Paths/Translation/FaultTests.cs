using LanguageRouter.Paths.Translation;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>A translator breaks something on purpose; the ladder repeats once, then falls back, and nothing wrong is ever given away.</summary>
public sealed class FaultTests
{
    private const string Question = "`a.py`の3行目は「何」をしますか？";
    private const string Answer = "Line 3 of `a.py` opens the file. It prints 12 values. See https://example.com/x for more than 40 pages.";
    private const string Translated = "`a.py`の3行目はファイルを開きます。12個の値を出力します。https://example.com/xに40ページ以上の説明があります。";
    private const string FromDirect = "直接の答えです。";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["⟦0⟧の3行目は⟦1⟧何⟦2⟧をしますか？"] = "What does line 3 of ⟦0⟧ do, ⟦1⟧what⟦2⟧?",
        ["Line 3 of ⟦0⟧ opens the file."] = "⟦0⟧の3行目はファイルを開きます。",
        ["It prints 12 values."] = "12個の値を出力します。",
        ["See ⟦1⟧ for more than 40 pages."] = "⟦1⟧に40ページ以上の説明があります。",
    };

    // What each fault makes of a good translation; the first column is its name.
    private static readonly Dictionary<string, Func<string, string, string?>> Texts = new(StringComparer.Ordinal)
    {
        ["drops a placeholder"] = (_, good) => good.Replace("⟦0⟧", "", StringComparison.Ordinal).Replace("⟦1⟧", "", StringComparison.Ordinal),
        ["doubles a placeholder"] = (_, good) => good.Replace("⟦0⟧", "⟦0⟧⟦0⟧", StringComparison.Ordinal).Replace("⟦1⟧", "⟦1⟧⟦1⟧", StringComparison.Ordinal),
        ["invents a placeholder"] = (_, good) => good + "⟦77⟧",
        ["takes a neighbour's placeholder"] = (source, good) => source.Contains('3', StringComparison.Ordinal) ? good.Replace("⟦0⟧", "⟦1⟧", StringComparison.Ordinal) : good.Replace("⟦1⟧", "⟦0⟧", StringComparison.Ordinal),
        ["breaks a placeholder"] = (_, good) => good.Replace("⟧", "]", StringComparison.Ordinal),
        ["renames a placeholder"] = (_, good) => good.Replace("⟦", "⟦P", StringComparison.Ordinal),
        ["changes a number"] = (_, good) => good.Replace("3", "8", StringComparison.Ordinal).Replace("12", "21", StringComparison.Ordinal).Replace("40", "400", StringComparison.Ordinal),
        ["loses a number"] = (_, good) => good.Replace("3", "", StringComparison.Ordinal).Replace("12", "", StringComparison.Ordinal).Replace("40", "", StringComparison.Ordinal),
        ["adds a number"] = (_, good) => good + " 1789",
        ["changes a number to words"] = (_, good) => good.Replace("3", "seven", StringComparison.Ordinal).Replace("12", "百", StringComparison.Ordinal).Replace("40", "五百", StringComparison.Ordinal),
        ["returns an error page"] = (_, _) => "<html><head><title>502 Bad Gateway</title></head></html>",
        ["returns an error text"] = (_, good) => "Error: 429 Too Many Requests " + good,
        ["returns an API error"] = (_, good) => "{\"error\": \"quota exceeded\"} " + good,
        ["returns the source"] = (source, _) => source,
        ["returns the wrong language"] = (source, good) => Japanese(source) ? source : "This part is still English " + string.Concat(good.Where(c => c < 128 || c is '⟦' or '⟧')),
        ["returns ten times the length"] = (_, good) => good + string.Concat(Enumerable.Range(0, 60).Select(i => " と" + (char)('あ' + i) + " even more words")),
        ["returns a loop"] = (_, good) => good + string.Concat(Enumerable.Repeat(" and again and again, また、また、", 10)),
        ["cuts off"] = (_, good) => good[..2],
        ["returns nothing"] = (_, _) => "",
        ["returns spaces"] = (_, _) => "  ",
        ["leaves a segment out"] = (_, _) => null,
        ["refuses"] = (source, good) => (Japanese(source) ? "I'm sorry, but I can't assist with that. " : "申し訳ありませんが、お手伝いできません。") + good,
        ["asks for the text"] = (source, good) => (Japanese(source) ? "Please provide the text. " : "翻訳するテキストを提供してください。") + good,
        ["introduces itself"] = (_, good) => "Here is the translation: " + good,
        ["adds lines"] = (_, good) => good + "\n- note",
        ["adds markup"] = (_, good) => "<b>" + good + "</b>",
        ["damages characters"] = (_, good) => good + "\uFFFD",
    };

    public static TheoryData<string, bool> TextFaults()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in Texts.Keys)
        {
            data.Add(name, true);
            data.Add(name, false);
        }

        return data;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TextFaults))]
    public async Task OneFaultIsRepaired(string fault, bool streamed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var translator = new CallbackTranslator(s => seen.Add(s.Text) ? Texts[fault](s.Text, Words[s.Text]) : Named(s));
        Assert.Equal(Translated, await AskAsync(translator, streamed, direct: false));
    }

    [Theory]
    [MemberData(nameof(TextFaults))]
    public async Task AFaultOnTheWayInFallsBack(string fault, bool streamed)
    {
        var translator = new CallbackTranslator(s => Japanese(s.Text) ? Texts[fault](s.Text, Words[s.Text]) : Words[s.Text]);
        Assert.Equal(FromDirect, await AskAsync(translator, streamed, direct: true));
        Assert.Equal(2, translator.Calls);
    }

    [Theory]
    [MemberData(nameof(TextFaults))]
    public async Task AFaultOnTheWayOutFallsBack(string fault, bool streamed)
    {
        var translator = new CallbackTranslator(s => Japanese(s.Text) || s.Text.StartsWith("It", StringComparison.Ordinal) ? Words[s.Text] : Texts[fault](s.Text, Words[s.Text]));
        Assert.Equal(FromDirect, await AskAsync(translator, streamed, direct: true));
    }

    [Theory]
    [MemberData(nameof(TextFaults))]
    public async Task AFaultAfterOutputEndsTheStreamWithAnError(string fault, bool streamed)
    {
        var translator = new CallbackTranslator(s => s.Text.StartsWith("See", StringComparison.Ordinal) ? Texts[fault](s.Text, Words[s.Text]) : Words[s.Text]);
        if (!streamed)
        {
            Assert.Equal(FromDirect, await AskAsync(translator, streamed, direct: true));
            return;
        }

        // The sentence before is translated with the faulty one in a group of two; it is withheld with it.
        var text = "";
        using var client = Client(translator, direct: true);
        var e = await Assert.ThrowsAsync<TranslationFailedException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question, null, Token))
            {
                text += update.Text;
            }
        });
        Assert.True(e.OutputCommitted);
        Assert.Equal("`a.py`の3行目はファイルを開きます。", text);
    }

    [Theory]
    [InlineData("throws", "translator_error")]
    [InlineData("cuts the connection", "translator_error")]
    [InlineData("cancels by itself", "translator_error")]
    [InlineData("stalls", "translator_timeout")]
    [InlineData("stalls and ignores cancellation", "translator_timeout")]
    [InlineData("returns too few texts", "segment_missing")]
    [InlineData("returns too many texts", "segment_missing")]
    public async Task AFaultyCallFallsBackOrIsNamed(string fault, string code)
    {
        foreach (var streamed in new[] { true, false })
        {
            Assert.Equal(FromDirect, await AskAsync(Faulty(fault), streamed, direct: true));
            var e = await Assert.ThrowsAsync<TranslationFailedException>(() => AskAsync(Faulty(fault), streamed, direct: false));
            Assert.Equal(code, e.Code);
            Assert.False(e.OutputCommitted);
            Assert.DoesNotContain("行目", e.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ADoubtIsToldOnceAndThenTheTranslatorIsRight()
    {
        var attempts = 0;
        var translator = new CallbackTranslator(s =>
        {
            attempts++;
            return Japanese(s.Text) ? "How are things?" : "それは良いことです。";
        });
        using var client = new TranslatingChatClient(new CallbackChatClient("That is not a bad thing."), translator);
        Assert.Equal("それは良いことです。", (await client.GetResponseAsync("調子はどうですか？", null, Token)).Text);
        Assert.Equal(3, attempts);
    }

    private static CallbackTranslator Faulty(string fault) => new(async (request, cancellationToken) =>
    {
        switch (fault)
        {
            case "throws":
                throw new HttpRequestException("503");
            case "cuts the connection":
                throw new IOException("reset");
            case "cancels by itself":
                throw new TaskCanceledException("by the transport");
            case "stalls":
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return [];
            case "stalls and ignores cancellation":
                await new TaskCompletionSource().Task;
                return [];
            case "returns too few texts":
                return [];
            default:
                return [.. request.Segments.Select(s => Words[s.Text]), "more"];
        }
    });

    private static string Named(TranslationSegment segment)
    {
        Assert.NotNull(segment.Problem);
        return Words[segment.Text];
    }

    private static bool Japanese(string text) => text.Contains('何', StringComparison.Ordinal) || text.Contains('調', StringComparison.Ordinal);

    private static TranslatingChatClient Client(ITranslator translator, bool direct) => new(
        new CallbackChatClient(Answer),
        translator,
        new TranslationOptions { Direct = direct ? new CallbackChatClient(FromDirect) : null, TranslatorTimeout = TimeSpan.FromMilliseconds(100) });

    private static async Task<string> AskAsync(ITranslator translator, bool streamed, bool direct)
    {
        using var client = Client(translator, direct);
        return streamed
            ? (await client.GetStreamingResponseAsync(Question, null, Token).ToChatResponseAsync(Token)).Text
            : (await client.GetResponseAsync(Question, null, Token)).Text;
    }
}
