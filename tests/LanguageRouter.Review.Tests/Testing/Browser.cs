using System.Diagnostics;
using Microsoft.Playwright;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>Debian's Chromium, driven by Playwright; without it the tests are skipped.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where pictures of the pages are kept: beside the test's results.</summary>
    public static string Pictures => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults", "pages")).FullName;

    /// <summary>Opens a page that notes every error of its console.</summary>
    public async Task<(IPage Page, List<string> Errors)> OpenAsync(string locale, ColorScheme scheme, int width = 1440, int height = 1000)
    {
        if (_browser is null)
        {
            const string Chromium = "/usr/bin/chromium";
            Assert.SkipUnless(File.Exists(Chromium), "No Chromium is installed (Debian's package chromium).");
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments, Headless = true });
        }

        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { Locale = locale, ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = height }, BypassCSP = false });
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        page.RequestFailed += (_, request) => errors.Add($"{request.Url}: {request.Failure}");
        return (page, errors);
    }

    /// <summary>Runs axe on a page and returns its serious and critical findings; null where axe is not installed.</summary>
    public static async Task<IReadOnlyList<string>?> CheckAccessAsync(IPage page)
    {
        if (AxeFile() is not { } axe)
        {
            return null;
        }

        // Evaluated by the debugger and not as a script of the page, whose policy would rightly refuse it.
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        return await page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`)");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    // npm's own folder for global packages: where .ci/run installs axe-core.
    private static string? AxeFile()
    {
        using var npm = Process.Start(new ProcessStartInfo("sh", ["-c", "npm root -g"]) { RedirectStandardOutput = true, RedirectStandardError = true });
        var root = npm?.StandardOutput.ReadToEnd().Trim();
        npm?.WaitForExit();
        return root is { Length: > 0 } && Path.Combine(root, "axe-core", "axe.min.js") is var file && File.Exists(file) ? file : null;
    }
}
