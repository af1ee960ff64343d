using System.Diagnostics;
using LanguageRouter.Evaluation.Tokenizers;
using LanguageRouter.OpenAI.Tests.Faults;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Resilience;

/// <summary>Mixed load with faults and policy reloads at the highest rate the machine holds, for a while: flat memory, no unobserved exception, no wrong answer.</summary>
/// <remarks>Arguments: <c>--seconds</c> (1,800) and <c>--workers</c> (16). Ends with 1 where a bar is missed.</remarks>
internal static class SoakCommand
{
    public static int Run(EvaluationOptions options)
    {
        var arguments = new CommandArguments(options.Rest);
        return RunAsync(TimeSpan.FromSeconds(arguments.Number("--seconds", 1_800)), arguments.Number("--workers", 16)).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(TimeSpan duration, int workers)
    {
        var tally = new SoakTally();
        EventHandler<UnobservedTaskExceptionEventArgs> unobserved = (_, arguments) => tally.Unobserved(arguments.Exception);
        TaskScheduler.UnobservedTaskException += unobserved;
        await using var server = new FaultServer(new SoakFaults().Choose);
        await using var router = new SoakRouter(server, tally);
        using var end = new CancellationTokenSource(duration);
        var clock = Stopwatch.StartNew();
        var tasks = Enumerable.Range(0, workers).Select(worker => Task.Run(() => AskAsync(router, tally, worker, end.Token)))
            .Append(Task.Run(() => ReloadAsync(router, tally, end.Token)))
            .Append(Task.Run(() => SampleAsync(tally, duration, end.Token)))
            .ToArray();
        await Task.WhenAll(tasks);
        clock.Stop();
        await router.Client.FlushRecordsAsync();
        Collect();
        TaskScheduler.UnobservedTaskException -= unobserved;
        return tally.Report(clock.Elapsed, router.Health.GetAll()) ? 0 : 1;
    }

    private static async Task AskAsync(SoakRouter router, SoakTally tally, int worker, CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            // Some callers lose patience, some stop reading.
            using var patience = new CancellationTokenSource();
            if (i % 50 == 0)
            {
                patience.CancelAfter(5);
            }

            var started = Stopwatch.GetTimestamp();
            var text = "";
            Exception? error = null;
            var left = false;
            try
            {
                var options = new ChatOptions().WithRoutingTenant(SoakRouter.Tenants[i % SoakRouter.Tenants.Length]);
                ChatMessage[] messages = [new(ChatRole.User, $"{(worker * 31) + (i % 400)}番の質問です。量子力学を簡単に説明してください。")];
                if (i % 2 == 0)
                {
                    text = (await router.Client.GetResponseAsync(messages, options, patience.Token)).Text;
                }
                else
                {
                    await foreach (var update in router.Client.GetStreamingResponseAsync(messages, options, patience.Token))
                    {
                        text += update.Text;
                        if (left = i % 40 == 39)
                        {
                            break;
                        }
                    }
                }
            }
            catch (Exception exception)
            {
                error = exception;
            }

            tally.Asked(text, error, left, Stopwatch.GetElapsedTime(started));
        }
    }

    // Good and bad configurations in turn.
    private static async Task ReloadAsync(SoakRouter router, SoakTally tally, CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            router.Configuration["LanguageRouter:Defaults:CostWeight"] = (i % 4) switch { 0 => "0.1", 1 => "-5", 2 => "0.4", _ => "much" };
            router.Configuration.Reload();
            tally.Reloaded();
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private static async Task SampleAsync(SoakTally tally, TimeSpan duration, CancellationToken end)
    {
        var pause = duration / 60 > TimeSpan.FromSeconds(10) ? TimeSpan.FromSeconds(10) : duration / 60;
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(pause, CancellationToken.None);
            Collect();
            tally.Sampled(GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet, ThreadPool.ThreadCount);
        }
    }

    // Tasks that nobody looked at are only found when they are collected.
    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
