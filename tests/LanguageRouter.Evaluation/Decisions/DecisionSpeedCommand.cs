using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using Microsoft.Extensions.AI;
using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Evaluation.Decisions;

/// <summary>Times signals and decisions against one exact count by Microsoft.ML.Tokenizers of text that it has not seen, in one run.</summary>
internal static class DecisionSpeedCommand
{
    private const int Rounds = 5;
    private const int Tries = 60;
    private const int Repeats = 3;

    public static int Run(EvaluationOptions options)
    {
        var corpus = Corpus(options);
        var library = TiktokenTokenizer.CreateForEncoding("o200k_base");
        library.CountTokens(corpus.AsSpan(0, 2_000));
        var configuration = Configuration();
        var decider = new RoutingDecider(configuration);
        using var cache = new MemoryDecisionCache();
        var memory = new DecisionMemory(cache);

        // The runtime optimises in the background; what is timed is its last form.
        var warm = Prompts(corpus, 500);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(4);)
        {
            warm.ForEach(messages => decider.Decide(messages));
        }

        Console.WriteLine("characters | library count | signals (ratio, bytes) | uncached decision (ratio, bytes) | cached decision (of uncached, bytes)");
        foreach (var length in new[] { 40, 500, 5_000, 100_000 })
        {
            // Several rounds of texts that the library has not seen, each with all figures: what is printed is the median of each.
            var rounds = Prompts(corpus, length).Chunk(Math.Max(1, Math.Min(64, corpus.Length / length / Rounds))).Take(Rounds).Select(prompts => Time(prompts, library, configuration.Defaults, decider, memory)).ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{length,7} | {Median(rounds, round => round.Count) / 1000,9:0.0} us | {Median(rounds, round => round.Signals.Nanoseconds),9:0} ns ({Median(rounds, round => round.Count / round.Signals.Nanoseconds):0}x, {rounds[0].Signals.Bytes} B; {Median(rounds, round => length * 2 / round.Signals.Nanoseconds):0.00} GB/s) | {Median(rounds, round => round.Uncached.Nanoseconds),9:0} ns ({Median(rounds, round => round.Count / round.Uncached.Nanoseconds):0}x, {rounds[0].Uncached.Bytes} B) | {Median(rounds, round => round.Cached.Nanoseconds),9:0} ns ({Median(rounds, round => round.Uncached.Nanoseconds / round.Cached.Nanoseconds):0.0}x, {rounds[0].Cached.Bytes} B)"));
        }

        PrintSettled(decider, corpus);
        return 0;
    }

    private static (double Count, (double Nanoseconds, long Bytes) Signals, (double Nanoseconds, long Bytes) Uncached, (double Nanoseconds, long Bytes) Cached) Time(
        ChatMessage[][] prompts, TiktokenTokenizer library, RoutingPolicy policy, RoutingDecider decider, DecisionMemory memory)
    {
        var requests = prompts.Select(messages => new RoutingRequest { Tenant = "acme", Messages = messages, Options = null, Policy = policy, IsStreamed = false, Conversation = null }).ToArray();
        var count = Once(prompts, messages => library.CountTokens(messages[0].Text));
        var signals = Best(prompts, messages => RoutingDecider.ReadSignals(messages));
        var uncached = Best(prompts, messages => decider.Decide(messages));
        foreach (var request in requests)
        {
            memory.Remember(request, decider.Decide(request.Messages));
        }

        return (count, signals, uncached, Best(requests, request => memory.Same(request)));
    }

    private static double Median<T>(T[] rounds, Func<T, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Length / 2);

    // How often the bounds were enough, and whether the decisions equal those of exact counts, on prompts of 20 to 2,000 characters.
    private static void PrintSettled(RoutingDecider decider, string corpus)
    {
        var settled = new Dictionary<string, int>(StringComparer.Ordinal);
        var wrong = 0;
        var random = new Random(1);
        for (var at = 0; at + 2_000 < corpus.Length;)
        {
            var length = (int)(20 * Math.Pow(100, random.NextDouble()));
            ChatMessage[] messages = [new(ChatRole.User, corpus.Substring(at, length))];
            at += length;
            var decision = decider.Decide(messages);
            var by = decision.Reasons.FirstOrDefault(reason => reason.StartsWith("settled-by", StringComparison.Ordinal)) ?? "not open";
            settled[by] = settled.GetValueOrDefault(by) + 1;
            var policy = decider.Configuration.Defaults;
            var volumes = ExactCounts.Of(messages, null, decision.Signals, VolumeEstimator.Estimate(decision.Signals, policy.Catalog.Tokenizers.AsSpan(), null, null).View(), policy.Counters)!;
            wrong += DecisionMaker.Choose(policy, RouteScorer.Score(policy, decision.Signals, volumes.View(), DecisionState.Empty), null).Chosen.Route.Name == decision.Chosen.Name ? 0 : 1;
        }

        var total = settled.Values.Sum();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{total} prompts: {string.Join(", ", settled.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {100.0 * pair.Value / total:0.0} %"))}; different from exact counts: {wrong}"));
    }

    private static List<ChatMessage[]> Prompts(string corpus, int length)
    {
        var prompts = new List<ChatMessage[]>();
        for (var start = 0; start + length <= corpus.Length; start += length)
        {
            prompts.Add([new ChatMessage(ChatRole.User, corpus.Substring(start, length))]);
        }

        return prompts;
    }

    // The library's caches flatter it on repeated text, so each text is counted once.
    private static double Once(ChatMessage[][] prompts, Func<ChatMessage[], int> count) => MedianOf(prompts.Select(messages => Measured(1, () => count(messages))));

    // The fastest of many short runs of each input, then the median of the inputs: other work on the machine stops the others.
    private static (double Nanoseconds, long Bytes) Best<TInput, TResult>(IReadOnlyList<TInput> inputs, Func<TInput, TResult> run)
    {
        var fastest = MedianOf(inputs.Select(input => Enumerable.Range(0, Tries).Min(_ => Measured(Repeats, () => run(input)))));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (var input in inputs)
        {
            run(input);
        }

        return (fastest, (GC.GetAllocatedBytesForCurrentThread() - allocated) / inputs.Count);
    }

    private static double Measured<TResult>(int repeats, Func<TResult> run)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeats; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / repeats;
    }

    private static double MedianOf(IEnumerable<double> values) => Median([.. values], value => value);

    private static string Corpus(EvaluationOptions options)
    {
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(options.PathOf("ja-en-parallel/flores-devtest.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            text.Append(json.RootElement.GetProperty("ja").GetString());
        }

        foreach (var line in File.ReadLines(options.PathOf("ja-prompts/jsquad-valid-1perparagraph.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            text.Append(json.RootElement.GetProperty("context").GetString());
        }

        return text.ToString();
    }

    private static RoutingConfiguration Configuration()
    {
        var options = new RoutingOptions
        {
            Models =
            {
                ["gpt-4o"] = new ModelOptions { Tokenizer = "o200k_base", ContextWindow = 128_000, InputPrice = 2.5m, CachedInputPrice = 1.25m, OutputPrice = 10, Tier = ModelTier.Frontier },
                ["gpt-4o-mini"] = new ModelOptions { Tokenizer = "o200k_base", ContextWindow = 128_000, InputPrice = 0.15m, OutputPrice = 0.6m, Tier = ModelTier.Small },
                ["local"] = new ModelOptions { Tokenizer = "cl100k_base", ContextWindow = 128_000, InputPrice = 0.05m, OutputPrice = 0.1m, Tier = ModelTier.Small },
            },
            Routes =
            {
                new RouteOptions { Name = "direct", Kind = RouteKind.Direct, Model = "gpt-4o" },
                new RouteOptions { Name = "english", Kind = RouteKind.Translated, Model = "gpt-4o", Translator = "gpt-4o-mini" },
                new RouteOptions { Name = "japanese", Kind = RouteKind.Adapted, Model = "local", Adapter = "ja-lora" },
            },
        };
        options.Defaults.DefaultRoute = "direct";
        options.Defaults.QualityFloor = -100;
        return RoutingConfiguration.Create(options);
    }
}
