using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Evaluation.Policies;

/// <summary>Changes the configuration a thousand times, every third time to a bad one, under 200 requests a second.</summary>
internal static class ReloadLoadCommand
{
    private const int RequestsPerSecond = 200;
    private const int Reloads = 1_000;

    public static int Run(EvaluationOptions options) => RunAsync(options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : Reloads).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(int reloads)
    {
        var configuration = PolicyConfigurations.Create();
        var sink = new Sink();
        var services = new ServiceCollection();
        services.AddLanguageRouting(configuration).AddModelClient("large", new Model()).AddModelClient("small", new Model()).AddSingleton<IRoutingRecordSink>(sink);
        var provider = services.BuildServiceProvider();
        await using (provider.ConfigureAwait(false))
        {
            var router = provider.GetRequiredService<LanguageRoutingChatClient>();
            var policies = provider.GetRequiredService<PolicySource>();
            var versions = new ConcurrentDictionary<string, string> { [policies.Current.Defaults.Version] = policies.Current.Defaults.DefaultRoute.Name };
            var (sent, failed) = (0, 0);
            using var done = new CancellationTokenSource();
            var load = LoadAsync();
            var started = Stopwatch.GetTimestamp();
            var rejected = 0;
            for (var i = 0; i < reloads; i++)
            {
                var bad = i % 3 == 0;
                configuration["LanguageRouter:Defaults:DefaultRoute"] = bad ? "nowhere" : i % 2 == 0 ? "other" : "direct";
                configuration["LanguageRouter:Defaults:QualityFloor"] = (-(i % 90)).ToString(CultureInfo.InvariantCulture);
                var before = policies.Current;
                ((IConfigurationRoot)configuration).Reload();
                rejected += ReferenceEquals(before, policies.Current) ? 1 : 0;
                versions.TryAdd(policies.Current.Defaults.Version, policies.Current.Defaults.DefaultRoute.Name);
                await Task.Delay(5).ConfigureAwait(false);
            }

            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            await done.CancelAsync().ConfigureAwait(false);
            await load.ConfigureAwait(false);
            await router.FlushRecordsAsync().ConfigureAwait(false);
            var mixed = sink.Records.Count(record => !versions.TryGetValue(record.Decision.PolicyVersion, out var route) || route != record.Decision.Target.Name);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{reloads} reloads in {seconds:0.0} s, {rejected} rejected; {sent} requests ({sent / seconds:0} a second), {failed} failed; {sink.Records.Count} records, {sink.Records.Select(record => record.Decision.PolicyVersion).Distinct().Count()} versions, {mixed} of a mixed or unknown version"));
            return failed + mixed + (rejected == (reloads + 2) / 3 ? 0 : 1);

            async Task LoadAsync()
            {
                using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / RequestsPerSecond));
                var begun = Stopwatch.GetTimestamp();
                var running = new List<Task>();
                while (!done.IsCancellationRequested)
                {
                    await timer.WaitForNextTickAsync().ConfigureAwait(false);

                    // A timer that comes late is caught up with.
                    while (sent < Stopwatch.GetElapsedTime(begun).TotalSeconds * RequestsPerSecond)
                    {
                        running.Add(SendAsync(sent++));
                    }
                }

                await Task.WhenAll(running).ConfigureAwait(false);
            }

            async Task SendAsync(int number)
            {
                try
                {
                    ChatMessage[] messages = [new(ChatRole.User, string.Create(CultureInfo.InvariantCulture, $"光合成の仕組みを{number % 40}行で説明してください。"))];
                    await router.GetResponseAsync(messages).ConfigureAwait(false);
                }
#pragma warning disable CA1031 // Every failure counts, whatever it is.
                catch (Exception exception)
                {
                    Interlocked.Increment(ref failed);
                    Console.Error.WriteLine(exception.Message);
                }
#pragma warning restore CA1031
            }
        }
    }

    private sealed class Sink : IRoutingRecordSink
    {
        public ConcurrentBag<RoutingRecord> Records { get; } = [];

        public ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken)
        {
            Records.Add(record);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>A stand-in that answers after some milliseconds.</summary>
    private sealed class Model : IChatClient
    {
        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Delay(20, cancellationToken).ConfigureAwait(false);
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, "はい。")) { FinishReason = ChatFinishReason.Stop, Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 2 } };
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("The command does not stream.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
