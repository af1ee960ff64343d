using LanguageRouter.Paths.Translation;
using LanguageRouter.Paths.Translation.Contract;
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
        AssertConfined(whole, translated, japanese);
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

    // Every text with every obedience, not only with the one that it asks for.
    [Theory]
    [InlineData("leak", true)]
    [InlineData("forge", true)]
    [InlineData("slots", true)]
    [InlineData("language", true)]
    [InlineData("long", true)]
    [InlineData("markup", true)]
    [InlineData("empty", true)]
    [InlineData("all", false)]
    [InlineData("say", false)]
    [InlineData("answer", false)]
    [InlineData("refuse", false)]
    [InlineData("ask", false)]
    [InlineData("error", false)]
    [InlineData("introduce", false)]
    public async Task NoObedienceLeavesItsSlot(string kind, bool alwaysCaught)
    {
        foreach (var row in Corpus())
        {
            var text = row.Data.Item2;
            var japanese = IsJapanese(text);
            var (before, after) = japanese ? ("前の文の番号は42です。", "次の文は`code_7`を使います。") : ("The number before is 42.", "The next one uses `code_7` here.");
            var whole = $"{before}\n{text}\n{after}";
            var obeying = new ObeyingChatClient(kind, Guards);
            var model = new CallbackChatClient(japanese ? "" : whole);
            using var client = new TranslatingChatClient(model, new ChatClientTranslator(obeying));
            try
            {
                var response = await client.GetResponseAsync(japanese ? whole : "", new ChatOptions().WithTranslation(new() { UserLanguage = "ja", AnswerLanguage = "ja" }), Token);
                if (obeying.Obeyed == 0)
                {
                    // The text looks like code or data: it was shown to no translator.
                    continue;
                }

                Assert.False(alwaysCaught, text);
                AssertConfined(whole, japanese ? model.Requests[0][0].Text : response.Text, japanese);
            }
            catch (TranslationFailedException)
            {
                Assert.True(obeying.Obeyed > 0);
            }
        }
    }

    // Where else text of others stands: around the injected text everything is what it would be without it, or nothing of it is used.
    [Theory]
    [InlineData("system")]
    [InlineData("instructions")]
    [InlineData("tool")]
    [InlineData("parameter")]
    [InlineData("history")]
    [InlineData("answer before")]
    [InlineData("context")]
    [InlineData("glossary")]
    public async Task NothingLeavesItsPlaceElsewhereInARequest(string channel)
    {
        const string question = "前の文の番号は42です。次の文は`code_7`を使います。";
        var expected = PseudoTranslator.Translate("前の文の番号は42です。", "en") + " " + PseudoTranslator.Translate("次の文は\0を使います。", "en").Replace("\0", "`code_7`", StringComparison.Ordinal);
        var used = 0;
        foreach (var row in Corpus().Where(r => IsJapanese(r.Data.Item2)))
        {
            var (kind, text) = row.Data;
            var beside = channel is "context" or "glossary" ? text : null;
            var model = new CallbackChatClient("");
            using var client = new TranslatingChatClient(model, new ChatClientTranslator(new ObeyingChatClient(kind, Guards, beside)));
            List<ChatMessage> messages = [new(ChatRole.User, question)];
            var options = new ChatOptions
            {
                Instructions = channel == "instructions" ? text : null,
                Tools = channel is "tool" or "parameter" ? [Tool("first", channel == "tool" ? text : "前の文の番号は42です。", channel == "tool" ? "前の文の番号は42です。" : text), Tool("second", "前の文の番号は42です。", "前の文の番号は42です。")] : null,
            }.WithTranslation(new() { Glossary = channel == "glossary" ? new TranslationGlossary("1", [new GlossaryTerm("番号", text)]) : null });
            if (channel is "system" or "history" or "answer before" or "context")
            {
                messages.Insert(0, new ChatMessage(channel == "system" ? ChatRole.System : channel == "history" ? ChatRole.User : ChatRole.Assistant, text));
            }

            try
            {
                await client.GetResponseAsync(messages, options, Token);
            }
            catch (TranslationFailedException)
            {
                continue;
            }

            used++;
            Assert.Equal(expected, model.Requests[0][^1].Text);
            if (options.Tools is not null)
            {
                var tools = model.LastOptions!.Tools!.Cast<AIFunctionDeclaration>().ToArray();
                Assert.Equal(["first", "second"], tools.Select(t => t.Name));
                Assert.Equal(PseudoTranslator.Translate("前の文の番号は42です。", "en"), tools[1].Description);
                Assert.All(tools, t => Assert.Equal(["本", "絵"], t.JsonSchema.GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(e => e.GetString())));
                Assert.DoesNotContain("engine", tools[0].Description + tools[0].JsonSchema.GetRawText(), StringComparison.Ordinal);
            }

            foreach (var message in model.Requests[0].SkipLast(1))
            {
                Assert.DoesNotContain("engine", message.Text, StringComparison.Ordinal);
                Assert.True(message.Text.Length < (text.Length * 10) + 60);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{channel}: {used} requests went on, each with everything else in its place");
    }

    private static AIFunctionDeclaration Tool(string name, string description, string parameter) => AIFunctionFactory.CreateDeclaration(
        name,
        description,
        System.Text.Json.JsonSerializer.SerializeToElement(new { type = "object", properties = new { kind = new { type = "string", description = parameter, @enum = new[] { "本", "絵" } } } }));

    private static bool IsJapanese(string text) => text.Any(c => c is >= 'ぁ' and <= 'ヿ');

    private static void AssertConfined(string whole, string translated, bool japanese)
    {
        // A wish for a language stands in the text; the note that it brings is the product's own and comes last.
        var note = japanese ? AnswerNotes.For(whole, "ja", "en") : "";
        Assert.EndsWith(note, translated, StringComparison.Ordinal);
        var (source, lines) = (whole.Split('\n'), translated[..^note.Length].Split('\n'));
        Assert.Equal(3, lines.Length);
        foreach (var i in new[] { 0, 2 })
        {
            Assert.Equal(PseudoTranslator.Translate(source[i].Replace("`code_7`", "\0", StringComparison.Ordinal), japanese ? "en" : "ja").Replace("\0", "`code_7`", StringComparison.Ordinal), lines[i]);
        }

        Assert.True(!lines[1].Contains("engine", StringComparison.Ordinal) || source[1].Contains("engine", StringComparison.Ordinal));
        Assert.True(lines[1].Length < (source[1].Length * 10) + 60);
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
