// Routes a dozen telling prompts, prints each decision with its bill, and runs it.
// Without a key the models are stand-ins, and say so. With OPENAI_API_KEY (and OPENAI_BASE_URL for another endpoint that speaks
// the protocol) the same program talks to real models; the adapted route then stays hypothetical unless SHISA_BASE_URL names its endpoint.
using System.Text;
using HelloRouter;
using LanguageRouter;
using LanguageRouter.Records;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

Console.OutputEncoding = new UTF8Encoding(false);
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var real = !string.IsNullOrEmpty(builder.Configuration["OPENAI_API_KEY"]);
if (real)
{
    builder.Configuration.AddInMemoryCollection(RealModels.Settings(builder.Configuration));
    builder.Services.AddOpenAIModelClients(builder.Configuration);
}
else
{
    foreach (var model in new[] { "gpt-4o", "gpt-4o-mini", "shisa-v2-unphi4-14b" })
    {
        builder.Services.AddModelClient(model, new StandInModel(model));
    }
}

var sink = new ListSink();
builder.Services.AddSingleton<IRoutingRecordSink>(sink);
builder.Services.AddLanguageRouting(builder.Configuration);
using var host = builder.Build();
await host.StartAsync();

Console.WriteLine(real
    ? "Answers come from real models."
    : "No OPENAI_API_KEY: every answer below comes from a STAND-IN that knows nothing. The decisions, bills and checks are real.");
Console.WriteLine();

var router = host.Services.GetRequiredService<LanguageRoutingChatClient>();
var tenant = args.Length > 0 ? args[0] : "careful";
foreach (var (about, text) in Prompts.All)
{
    var response = await router.GetResponseAsync(text, new ChatOptions().WithRoutingTenant(tenant));
    var decision = response.GetRoutingDecision()!;
    Report.Print(about, text, decision, response.Text, response.ModelId);
    if (tenant != "thrifty")
    {
        // Deciding alone spends nothing, so another policy can be asked at any time.
        var thrifty = await router.DecideAsync([new ChatMessage(ChatRole.User, text)], new ChatOptions().WithRoutingTenant("thrifty"));
        Console.WriteLine($"  (the tenant 'thrifty' would take {thrifty.Chosen.Name})");
    }

    if (about == Prompts.All[0].About && decision.ScoreOf("translated") is { } translated)
    {
        Report.PrintBill(translated);
    }

    Console.WriteLine();
}

await router.FlushRecordsAsync();
Report.PrintRecords(sink.Records);
await host.StopAsync();
