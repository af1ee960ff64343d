// Two tenants spend their day's money: one degrades to the cheap route, one is refused until midnight in Tokyo.
// The models are stand-ins, and say so; budgets, bills and decisions are real.
using System.Globalization;
using System.Text;
using LanguageRouter;
using LanguageRouter.Budgets;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tenants;

const string Prompt = "日本の四季について、旅行者向けに紹介文を書いてください。";

Console.OutputEncoding = new UTF8Encoding(false);
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var clock = new TravellingClock();
builder.Services.AddSingleton<TimeProvider>(clock);
builder.Services.AddModelClient("gpt-4o", new StandInModel("gpt-4o"));
builder.Services.AddModelClient("shisa-v2-unphi4-14b", new StandInModel("shisa-v2-unphi4-14b"));
builder.Services.AddLanguageRouting(builder.Configuration);
using var host = builder.Build();
await host.StartAsync();
var router = host.Services.GetRequiredService<LanguageRoutingChatClient>();

Console.WriteLine("Every answer comes from a STAND-IN that knows nothing and reports 30 tokens in and 400 out.");
await SpendAsync("degrades", requests: 5);
if (await SpendAsync("refuses", requests: 5) is { } refusal)
{
    clock.TravelTo(refusal.ResetsAt);
    Console.WriteLine("  ... after midnight in Tokyo:");
    await SpendAsync("refuses", requests: 1);
}

await host.StopAsync();

async Task<BudgetExceededException?> SpendAsync(string tenant, int requests)
{
    Console.WriteLine();
    Console.WriteLine($"Tenant '{tenant}'");
    for (var i = 1; i <= requests; i++)
    {
        try
        {
            var response = await router.GetResponseAsync(Prompt, new ChatOptions().WithRoutingTenant(tenant));
            var decision = response.GetRoutingDecision()!;
            var bill = decision.ScoreOf(decision.Chosen.Name)!.Bill.Total;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  request {i}: {decision.Chosen.Name,-8} held back ${bill.HighUsd:0.000000}; {response.ModelId}; {string.Join(", ", decision.Scores.Where(score => score.Exclusion is not null).Select(score => $"{score.Route.Name} is out: {score.Exclusion!.Code}"))}"));
        }
        catch (BudgetExceededException exception)
        {
            Console.WriteLine($"  request {i}: {exception.Message}");
            return exception;
        }
    }

    return null;
}
