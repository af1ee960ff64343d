using System.Net;
using System.Text.Json;
using LanguageRouter.Review.Tests.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Review.Tests.Page;

public sealed class ReviewEndpointsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_view_answers_and_nothing_comes_from_outside()
    {
        await using var site = await ReviewSite.StartAsync();
        using var client = new HttpClient();
        var page = await client.GetAsync(site.Address, Token);
        Assert.Equal("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        var html = await page.Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", html, StringComparison.Ordinal);
        foreach (var view in new[] { "overview", "decisions", "pipe", "verdicts", "policies", "health", $"decisions/{site.Records[0].Id}", "decisions?outcome=failed&tenant=careful", "overview?days=2&language=ja" })
        {
            var answer = await client.GetAsync($"{site.Address}api/{view}", Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Token));
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{site.Address}api/nonsense", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{site.Address}api/decisions/{Guid.NewGuid()}", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{site.Address}..%2freview.css", Token)).StatusCode);
        var bad = await client.GetAsync($"{site.Address}api/overview?from=yesterday", Token);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Contains("Fix:", await bad.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    public async Task Others_are_turned_away_unless_the_application_authorises_them(string header, string value)
    {
        await using var site = await ReviewSite.StartAsync(isEmpty: true);
        using var client = new HttpClient();
        foreach (var path in new[] { "", "review.css", "api/overview" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, site.Address + path);
            request.Headers.TryAddWithoutValidation(header, value);
            var answer = await client.SendAsync(request, Token);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("RequireAuthorization", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_application_that_authorises_the_page_decides_itself()
    {
        await using var site = await ReviewSite.StartAsync(
            isEmpty: true,
            services => services.AddAuthorization().AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("test", null),
            endpoints => endpoints.RequireAuthorization());
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(site.Address, Token)).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address);
        request.Headers.Add("X-User", "ana");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request, Token)).StatusCode);
    }
}
