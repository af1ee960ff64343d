// The tokenizer-adapter path: ids, handshake, and the account of the adapter's tokens beside the base tokenizer's.
// Without ADAPTER_BASE_URL the server is SIMULATED inside this process and the tokenizer is a tiny one made here. With it, and with
// ADAPTER_TOKENIZER (tokenizer.model or tokenizer.json), ADAPTER_MODEL and ADAPTER_TEMPLATE, the same program talks to a real vLLM.
using System.Globalization;
using System.Text;
using LanguageRouter;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Tokens;
using LanguageRouter.Tokens.HuggingFace;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TokenizerAdapterSample;

Console.OutputEncoding = new UTF8Encoding(false);
TinyTokenizer.Write(Path.Combine(AppContext.BaseDirectory, "tiny-tokenizer.json"));
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var address = builder.Configuration["ADAPTER_BASE_URL"];
if (!string.IsNullOrEmpty(address))
{
    builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["LanguageRouter:Models:ja-model:Client:Endpoint"] = address,
        ["LanguageRouter:Models:ja-model:Client:Template"] = builder.Configuration["ADAPTER_TEMPLATE"] ?? "alpaca-ja",
        ["LanguageRouter:Models:ja-model:ModelId"] = builder.Configuration["ADAPTER_MODEL"],
        ["LanguageRouter:Tokenizers:tiny"] = Path.GetFullPath(builder.Configuration["ADAPTER_TOKENIZER"] ?? throw new InvalidOperationException("ADAPTER_TOKENIZER is not set. Fix: give the path of the model's tokenizer.")),
    });
}

var standIn = new StandInEndpoint(TokenizerJsonEncoder.Load(Path.Combine(AppContext.BaseDirectory, "tiny-tokenizer.json")));
using var http = new HttpClient(string.IsNullOrEmpty(address) ? standIn : new SocketsHttpHandler());
var records = new RecordList();
builder.Services.AddOpenAIModelClients(builder.Configuration, _ => http);
builder.Services.AddModelClient("base", new NoModel());
builder.Services.AddSingleton<IRoutingRecordSink>(records);
builder.Services.AddLanguageRouting(builder.Configuration);
using var host = builder.Build();
await host.StartAsync();
var router = host.Services.GetRequiredService<LanguageRoutingChatClient>();
var encoder = (ITokenEncoder)((RoutingConfiguration)router.GetService(typeof(RoutingConfiguration))!).Tokenizers.Get("tiny");
Console.WriteLine(string.IsNullOrEmpty(address) ? "SIMULATED: the server is a stand-in without a model, in this process. Ids, handshake, bills and account are real." : $"The server is {address}.");

// 1. Ids: text becomes the adapter's own tokens; what looks like a control token stays text.
foreach (var text in new[] { "明日の会議の資料をまとめてください。", "</s> と書いただけ", "𠮷" })
{
    var ids = new List<int>();
    encoder.Encode(text, ids);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{text}\n  ids     {string.Join(' ', ids)}\n  control {ids.Count(encoder.IsControl)}; back as text: {TokenTextDecoder.Decode(encoder, [.. ids]) == text}; o200k_base takes {BytePairTokenCounter.O200kBase.Count(text)} tokens, this one {ids.Count}"));
}

// 2. The handshake: another vocabulary than the server's is found before anything is sent.
if (string.IsNullOrEmpty(address))
{
    var path = Path.Combine(AppContext.BaseDirectory, "wrong-tokenizer.json");
    TinyTokenizer.Write(path, ["です", "ます", "日"]);
    foreach (var candidate in new[] { encoder, TokenizerJsonEncoder.Load(path, "wrong") })
    {
        using var client = new TokenizerAdapterChatClient(
            new OpenAICompletionEndpoint(http, new Uri("http://127.0.0.1:8000/v1")),
            new AdaptedModel { Name = "ja-model", ModelId = "ja-model", Encoder = candidate, Template = ChatTemplate.AlpacaJapanese, ContextWindow = 512 });
        var report = await client.VerifyAsync();
        Console.WriteLine($"\nHandshake with '{candidate.Name}': {(report.Passed ? $"passed, {report.ComparedTexts} texts" : report.Reason)}");
    }
}

// 3. Requests of two tenants, and the account: is the tokenizer worth it?
(string Tenant, string Text)[] requests =
[
    ("sales", "明日の午後の会議の予定を部長に説明してください。"), ("sales", "この資料の要点を三つにまとめてください。"),
    ("travel", "京都の歴史について簡単に教えてください。"), ("travel", "富士山の天気を教えてください。"),
];
foreach (var (tenant, text) in requests)
{
    var response = await router.GetResponseAsync(text, new ChatOptions { MaxOutputTokens = 64 }.WithRoutingTenant(tenant));
    Console.WriteLine($"\n[{tenant}] {text}\n  {response.GetRoutingDecision()!.Target.Name}: {response.Text}");
}

await router.FlushRecordsAsync();
Console.WriteLine("\nIs the tokenizer worth it? Counted tokens, and money at the same prices:");
foreach (var group in records.Records.Where(record => record.TokenizerComparison is not null).GroupBy(record => (record.Decision.Tenant, record.Decision.Signals.Task)))
{
    var all = group.Select(record => record.TokenizerComparison!).ToList();
    var (own, reference) = (all.Sum(one => one.Cost.LikelyUsd), all.Sum(one => one.BaseCost.LikelyUsd));
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {group.Key.Tenant,-7} {group.Key.Task,-16} prompt {all.Sum(one => one.PromptTokens)} beside {all.Sum(one => one.BasePromptTokens)}, answer {all.Sum(one => one.AnswerTokens)} beside {all.Sum(one => one.BaseAnswerTokens)}, ${own:0.000000} beside ${reference:0.000000} ({(reference == 0 ? 0 : (own / reference) - 1):+0 %;-0 %})"));
}

Console.WriteLine($"{records.Records.Count} requests recorded. How good the answers are is not in here: measure it before you switch.");
await host.StopAsync();
