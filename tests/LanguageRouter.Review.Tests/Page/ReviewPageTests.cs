using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Testing;
using LanguageRouter.Review.Verdicts;
using LanguageRouter.Tool;
using LanguageRouter.Tool.Reviewing;
using Microsoft.Playwright;

namespace LanguageRouter.Review.Tests.Page;

/// <summary>The page in a real browser. Pictures of every view are kept beside the test results.</summary>
public sealed class ReviewPageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Views = ["overview", "decisions", "pipe", "verdicts", "policies", "health"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en-US", ColorScheme.Light)]
    [InlineData("ja-JP", ColorScheme.Light)]
    [InlineData("en-US", ColorScheme.Dark)]
    [InlineData("ja-JP", ColorScheme.Dark)]
    public async Task Every_view_shows_without_an_error_and_can_be_used_by_all(string locale, ColorScheme scheme)
    {
        await using var site = await ReviewSite.StartAsync();
        var (page, errors) = await browser.OpenAsync(locale, scheme);
        var checkedByAxe = true;
        foreach (var view in Views.Append($"decisions?id={site.Records[^2].Id}"))
        {
            await page.GotoAsync($"{site.Address}#/{view}");
            await ShownAsync(page);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Pictures, $"{view.Split('?')[0]}{(view.Contains('?', StringComparison.Ordinal) ? "-one" : "")}-{locale[..2]}-{scheme.ToString().ToLowerInvariant()}.png"), FullPage = true });
            Assert.Equal(0, await page.Locator(".state.error").CountAsync());
            Assert.Contains(locale == "ja-JP" ? "模擬" : "simulated", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
            if (await Browser.CheckAccessAsync(page) is { } findings)
            {
                Assert.True(findings.Count == 0, $"{view}: {string.Join('\n', findings)}");
            }
            else
            {
                checkedByAxe = false;
            }
        }

        Assert.Empty(errors);
        Assert.SkipUnless(checkedByAxe, "axe-core is not installed (npm install -g axe-core): everything but accessibility was checked.");
    }

    [Fact]
    public async Task Names_in_records_are_text_wherever_they_show()
    {
        await using var site = await ReviewSite.StartAsync();
        var (page, errors) = await browser.OpenAsync("en-US", ColorScheme.Light);
        foreach (var view in new[] { "overview", "decisions", "pipe", "policies", "health", $"decisions?id={site.Records[^1].Id}", $"decisions?id={site.Records[^2].Id}" })
        {
            await page.GotoAsync($"{site.Address}#/{view}");
            await ShownAsync(page);
            if (view == "overview")
            {
                await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tenant" }).ClickAsync();
            }

            Assert.Equal(0, await page.Locator("img").CountAsync());
            Assert.NotEqual("pwned", await page.TitleAsync());
            if (view is not ("policies" or "health"))
            {
                Assert.Contains(ReviewSite.Injection, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            }
        }

        Assert.Empty(errors);
    }

    [Fact]
    public async Task Filters_links_and_the_keyboard_lead_to_a_decision()
    {
        await using var site = await ReviewSite.StartAsync();
        var (page, errors) = await browser.OpenAsync("en-US", ColorScheme.Light);
        await page.GotoAsync($"{site.Address}#/decisions");
        await ShownAsync(page);
        await page.GetByLabel("Tenant").SelectOptionAsync("thrifty");
        await page.WaitForURLAsync("**tenant=thrifty**");
        await ShownAsync(page);
        Assert.Equal(50, await page.Locator("tbody tr").CountAsync());
        Assert.Equal(50, await page.Locator("tbody tr", new PageLocatorOptions { HasText = "thrifty" }).CountAsync());
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Older" }).ClickAsync();
        await page.WaitForURLAsync("**after=**");
        await ShownAsync(page);

        await page.Locator("tbody a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**id=**");
        await ShownAsync(page);
        Assert.Contains("Every candidate’s bill", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GoBackAsync();
        await ShownAsync(page);
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("select[name='setting.language']").SelectOptionAsync("ja");
        await ShownAsync(page);
        Assert.Equal("ja", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(errors);
    }

    [Fact]
    public async Task An_empty_store_and_an_unknown_decision_say_so()
    {
        await using var site = await ReviewSite.StartAsync(isEmpty: true);
        var (page, errors) = await browser.OpenAsync("en-US", ColorScheme.Light);
        foreach (var view in Views)
        {
            await page.GotoAsync($"{site.Address}#/{view}");
            await ShownAsync(page);
            Assert.Equal(0, await page.Locator(".state.error").CountAsync());
        }

        Assert.Empty(errors);
        await page.GotoAsync($"{site.Address}#/decisions?id={Guid.NewGuid()}");
        await ShownAsync(page);
        Assert.Contains("There is no such record", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_in_one_file_shows_the_same_from_the_disk()
    {
        await using var site = await ReviewSite.StartAsync();
        using var folder = new TemporaryFolder();
        await using (var store = RecordStores.Sqlite(site.File, readOnly: true))
        await using (var file = File.Create(folder.File("report.html")))
        {
            await ReviewReport.WriteAsync(store, file, days: 30, cancellationToken: Token);
        }

        var (page, errors) = await browser.OpenAsync("ja-JP", ColorScheme.Light);
        foreach (var view in Views.Append($"decisions?id={site.Records[^1].Id}"))
        {
            await page.GotoAsync($"file://{folder.File("report.html")}#/{view}");
            await ShownAsync(page);
            Assert.Equal(0, await page.Locator(".state.error").CountAsync());
        }

        await page.GotoAsync($"file://{folder.File("report.html")}#/overview");
        await ShownAsync(page);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Pictures, "report-ja.png"), FullPage = true });
        Assert.True(await page.Locator("canvas").CountAsync() >= 4);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_commands_show_the_verdicts_of_the_store()
    {
        using var folder = new TemporaryFolder();
        await using (var store = RecordStores.Sqlite(folder.File("records.db")))
        {
            var records = (await Samples.SpreadAsync(1_500, days: 20)).Select(record => record with { Simulated = false }).ToArray();
            var policies = (await SampleRecords.RouteAsync()).Select(record => PolicyMapping.PolicyOf(record.Decision, Samples.Start)).DistinctBy(policy => policy.Version);
            await store.AppendPoliciesAsync([.. policies], Token);
            await store.AppendAsync(records, Token);
            await store.AppendComparisonsAsync([.. SampleComparisons.Of(records, simulated: false)], Token);
        }

        // 1. The page that `review` serves, and again under terms that allow no time.
        var (page, errors) = await browser.OpenAsync("en-US", ColorScheme.Light);
        foreach (var (margin, good) in new[] { (1.0, "beneficial"), (0.0, "not beneficial") })
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
            await using var error = new StringWriter();
            var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Synchronized(error) };
            var command = new ReviewCommand(terminal) { Store = folder.File("records.db"), Terms = new VerdictTerms { LatencyMargin = margin } }.RunAsync(stop.Token);
            while (!error.ToString().Contains("http", StringComparison.Ordinal) && !command.IsCompleted)
            {
                await Task.Delay(20, Token);
            }

            var text = error.ToString();
            await page.GotoAsync($"{text[text.IndexOf("http", StringComparison.Ordinal)..].Split(' ')[0]}#/verdicts");
            await ShownAsync(page);
            Assert.Equal(good, await VerdictOfAsync(page, "careful"));
            Assert.Equal("not beneficial", await VerdictOfAsync(page, "thrifty"));
            Assert.Equal("not enough data", await VerdictOfAsync(page, "observing"));
            Assert.DoesNotContain("simulated", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await stop.CancelAsync();
            Assert.Equal(0, await command);
        }

        // 2. The file that `report` writes.
        await using (var output = new MemoryStream())
        {
            var report = new ReportCommand(new Terminal { Input = Stream.Null, Output = output, Error = TextWriter.Null }) { Store = folder.File("records.db"), Output = folder.File("report.html"), Days = 60, Terms = new VerdictTerms() };
            Assert.Equal(0, await report.RunAsync(Token));
        }

        await page.GotoAsync($"file://{folder.File("report.html")}#/verdicts");
        await ShownAsync(page);
        Assert.Equal("beneficial", await VerdictOfAsync(page, "careful"));
        Assert.Matches(@"\+\d\.\d s \(\+\d\.\d s – \+\d\.\d s\)", await page.Locator("tbody tr", new PageLocatorOptions { HasText = "careful" }).First.InnerTextAsync());
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Pictures, "verdicts-of-a-store.png"), FullPage = true });
        Assert.Empty(errors);
    }

    private static async Task<string> VerdictOfAsync(IPage page, string tenant) =>
        (await page.Locator("tbody tr", new PageLocatorOptions { HasText = tenant }).First.Locator(".verdict").InnerTextAsync()).Trim();

    private static async Task ShownAsync(IPage page)
    {
        await page.Locator("main[aria-busy=false]").WaitForAsync();
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.chart')].every(chart => chart.querySelector('canvas'))");
    }
}
