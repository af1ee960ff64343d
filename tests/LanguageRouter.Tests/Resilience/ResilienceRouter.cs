using LanguageRouter.Execution;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace LanguageRouter.Tests.Resilience;

/// <summary>Two direct routes on a clock that stands still: the target "direct" (frontier) and "other" (mini).</summary>
internal sealed class ResilienceRouter : IAsyncDisposable
{
    private readonly TestRouter _router;

    public ResilienceRouter(Action<RoutingOptions>? change = null, bool compared = true, Action<IServiceCollection>? services = null)
    {
        _router = new TestRouter(
            options =>
            {
                options.Routes.Clear();
                options.Routes.Add(new RouteOptions { Name = "direct", Kind = LanguageRouter.Routes.RouteKind.Direct, Model = "frontier" });
                options.Routes.Add(new RouteOptions { Name = "other", Kind = LanguageRouter.Routes.RouteKind.Direct, Model = "mini" });
                options.Defaults.QualityWeight = 100;
                options.Defaults.DecisionLifetime = TimeSpan.Zero;
                if (compared)
                {
                    options.Models["frontier"].Quality = new Dictionary<string, double> { ["ja"] = 80 };
                    options.Models["mini"].Quality = new Dictionary<string, double> { ["ja"] = 78 };
                    options.Models["frontier"].QualitySource = options.Models["mini"].QualitySource = "test";
                }

                change?.Invoke(options);
            },
            collection =>
            {
                collection.AddSingleton<TimeProvider>(Time);
                collection.AddSingleton<ILoggerFactory>(LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(Log))));
                collection.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
                collection.AddMetrics();
                collection.AddHealthChecks().AddLanguageRouterHealthCheck();
                services?.Invoke(collection);
            });
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public FakeLogCollector Log { get; } = new();

    public TestChatClient Direct { get => _router.Frontier; set => Become(_router.Frontier, value); }

    public TestChatClient Other { get => _router.Mini; set => Become(_router.Mini, value); }

    public LanguageRoutingChatClient Client => _router.Client;

    public IServiceProvider Services => _router.Services;

    public IRouteHealth Health => Services.GetRequiredService<IRouteHealth>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<ChatResponse> AskAsync(bool stream = false, string? tenant = null, CancellationToken? token = null)
    {
        var options = tenant is null ? null : new ChatOptions().WithRoutingTenant(tenant);
        var messages = TestRouter.User("量子力学を簡単に説明してください。");
        return stream
            ? Client.GetStreamingResponseAsync(messages, options, token ?? Token).ToChatResponseAsync(token ?? Token)
            : Client.GetResponseAsync(messages, options, token ?? Token);
    }

    /// <summary>Asks, and lets time pass until there is an end.</summary>
    public async Task<ChatResponse> AskWhileTimePassesAsync(bool stream, TimeSpan step)
    {
        var asked = AskAsync(stream);
        while (!asked.IsCompleted)
        {
            Time.Advance(step);
            await Task.Yield();
        }

        return await asked;
    }

    public async Task FailAsync(int times, bool stream = false)
    {
        for (var i = 0; i < times; i++)
        {
            await Record.ExceptionAsync(() => AskAsync(stream));
        }
    }

    /// <summary>The records so far. Their queue waits by the clock, which has to move for it.</summary>
    public async Task<IReadOnlyList<RoutingRecord>> RecordsAsync()
    {
        var flush = Client.FlushRecordsAsync(Token);
        while (!flush.IsCompleted)
        {
            // The queue needs real time, and the clock must not run away from it.
            Time.Advance(TimeSpan.FromMilliseconds(5));
            await Task.Delay(2, Token);
        }

        await flush;
        return _router.Sink.Records;
    }

    // The router keeps the client that it was given: what changes is how that one behaves.
    private static void Become(TestChatClient client, TestChatClient other)
    {
        client.OnResponse = other.OnResponse;
        client.OnStream = other.OnStream;
        client.Requests.Clear();
    }

    public async ValueTask DisposeAsync() => await _router.DisposeAsync();
}
