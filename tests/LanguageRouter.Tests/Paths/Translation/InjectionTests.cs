using LanguageRouter.Paths.Translation;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>Text that tells the translator what to do, through a translator that obeys: nothing leaves its slot.</summary>
public sealed class InjectionTests
{
    private static readonly HashSet<string> Guards = new(StringComparer.Ordinal)
    {
        "前の文の番号は42です。", "次の文は⟦⟧を使います。", "The number before is 42.", "The next one uses ⟦⟧ here.",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Corpus()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(FilePath()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var parts = line.Split('\t');
            data.Add(parts[0], parts[1]);
        }

        return data;
    }

    [Fact]
    public void TheCorpusIsLargeAndHasNoDoubles()
    {
        var lines = File.ReadLines(FilePath()).Where(l => l[0] != '#').ToArray();
        Assert.True(lines.Length >= 200);
        Assert.Distinct(lines);
    }

    [Theory]
    [MemberData(nameof(Corpus), DisableDiscoveryEnumeration = true)]
    public async Task NothingLeavesItsSlot(string kind, string text)
    {
        var japanese = text.Any(c => c is >= 'ぁ' and <= 'ヿ');
        var (before, after) = japanese ? ("前の文の番号は42です。", "次の文は`code_7`を使います。") : ("The number before is 42.", "The next one uses `code_7` here.");
        var whole = $"{before}\n{text}\n{after}";
        var obeying = new ObeyingChatClient(kind, Guards);
        var model = new CallbackChatClient(japanese ? "" : whole);
        using var client = new TranslatingChatClient(model, new ChatClientTranslator(obeying), new TranslationOptions { ModelLanguage = "en" });
        string translated;
        try
        {
            var response = await client.GetResponseAsync(japanese ? whole : "", new ChatOptions().WithTranslation(new() { UserLanguage = "ja", AnswerLanguage = "ja" }), Token);
            translated = japanese ? model.Requests[0][0].Text : response.Text;
        }
        catch (TranslationFailedException)
        {
            // Caught: the request falls back, and nothing of what the translator said is used.
            Assert.True(obeying.Obeyed > 0);
            return;
        }

        // Not caught: it is one wrong line in its own place, short and plain.
        if (obeying.Obeyed == 0)
        {
            // The text looks like code or data: it was shown to no translator.
            return;
        }

        Assert.Contains(kind, new[] { "say", "answer", "refuse", "ask" });
        var lines = translated.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal(PseudoTranslator.Translate(before, japanese ? "en" : "ja"), lines[0]);
        Assert.Equal(PseudoTranslator.Translate(after.Replace("`code_7`", "\0", StringComparison.Ordinal), japanese ? "en" : "ja").Replace("\0", "`code_7`", StringComparison.Ordinal), lines[2]);
        Assert.DoesNotContain("engine", lines[1], StringComparison.Ordinal);
        Assert.True(lines[1].Length < (text.Length * 10) + 60);
    }

    [Fact]
    public async Task MostObedienceIsNoticed()
    {
        var caught = 0;
        var all = 0;
        foreach (var row in Corpus())
        {
            all++;
            try
            {
                await NothingLeavesItsSlotUnlessThrownAsync(row.Data.Item1, row.Data.Item2);
            }
            catch (TranslationFailedException)
            {
                caught++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{caught} of {all} caught, the others confined to their slot");
        Assert.True(caught > all / 2);
    }

    private static async Task NothingLeavesItsSlotUnlessThrownAsync(string kind, string text)
    {
        var translator = new ChatClientTranslator(new ObeyingChatClient(kind, Guards));
        var japanese = text.Any(c => c is >= 'ぁ' and <= 'ヿ');
        using var client = new TranslatingChatClient(new CallbackChatClient(japanese ? "" : text), translator);
        await client.GetResponseAsync(japanese ? text : "", new ChatOptions().WithTranslation(new() { UserLanguage = "ja", AnswerLanguage = "ja" }), Token);
    }

    private static string FilePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "tests", "LanguageRouter.Tests", "Paths", "Translation", "InjectionCorpus.txt");
    }
}
