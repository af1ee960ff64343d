using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LanguageRouter.Policies;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Evaluation.Policies;

/// <summary>Loads ten thousand tenants, and compares a decision for one of them with a decision among few.</summary>
internal static class TenantsCommand
{
    private const int Many = 10_000;

    /// <summary>How many different settings the tenants have: the few tenants of the comparison have each once.</summary>
    private const int Few = 350;
    private const int Rounds = 41;
    private const int DecisionsPerRound = 2_000;

    public static int Run(EvaluationOptions options)
    {
        var count = options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : Many;
        var folder = Directory.CreateTempSubdirectory("tenants").FullName;
        try
        {
            Load(folder, 1);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var started = Stopwatch.GetTimestamp();
            var many = Load(folder, count);
            var fromFile = Stopwatch.GetElapsedTime(started);
            var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} tenants from a file: {fromFile.TotalSeconds:0.00} s, {memory / 1024.0 / 1024:0.0} MB, {(double)memory / count:0} bytes a tenant"));

            var settings = PolicyConfigurations.Create();
            settings.AddInMemoryCollection(Enumerable.Range(0, count).SelectMany(i => Settings(i).Select(pair => KeyValuePair.Create($"LanguageRouter:Tenants:{PolicyConfigurations.Tenant(i)}:{pair.Key}", (string?)Convert.ToString(pair.Value, CultureInfo.InvariantCulture)))));
            var fromSettings = Start(() => settings);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} tenants in the settings, from memory: {fromSettings.TotalSeconds:0.00} s"));

            // With a budget each, so that there are parts within parts.
            var file = Path.Combine(folder, "appsettings.json");
            File.WriteAllText(file, JsonSerializer.Serialize(new { LanguageRouter = new { Tenants = Enumerable.Range(0, count).ToDictionary(PolicyConfigurations.Tenant, WithBudget) } }));
            var fromJson = Start(() => PolicyConfigurations.Create().AddJsonFile(file).Build());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} tenants in the settings, from a JSON file and with a budget each, its reading included: {fromJson.TotalSeconds:0.00} s"));

            Compare(new RoutingDecider(Load(folder, Few)), new RoutingDecider(many), count);
            return new[] { fromFile, fromSettings, fromJson }.Max() < TimeSpan.FromSeconds(2) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // As an application with a host does.
    private static TimeSpan Start(Func<IConfiguration> settings)
    {
        var started = Stopwatch.GetTimestamp();
        var services = new ServiceCollection();
        services.AddLanguageRouting(settings());
        using var provider = services.BuildServiceProvider();
        _ = provider.GetRequiredService<PolicySource>().Current;
        return Stopwatch.GetElapsedTime(started);
    }

    private static Dictionary<string, object> WithBudget(int i)
    {
        var settings = Settings(i);
        settings["Budget"] = new { TimeZone = "Asia/Tokyo", Limits = new[] { new { Period = "day", SoftUsd = 8 + i % 5, HardUsd = 10 + i % 5 } } };
        return settings;
    }

    // Turn by turn, so that what else the machine does meets both.
    private static void Compare(RoutingDecider few, RoutingDecider many, int count)
    {
        ChatMessage[] messages = [new(ChatRole.User, string.Concat(Enumerable.Repeat("光合成の仕組みを、葉緑体の働きに触れながら説明してください。", 17)))];
        var names = Enumerable.Range(0, count).Select(PolicyConfigurations.Tenant).ToArray();
        var ratios = new List<double>();
        var (fewest, most) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var alone = Time(i => few.Decide(messages, tenant: names[i % Few]));
            var among = Time(i => many.Decide(messages, tenant: names[i % Few + i * 31 % (count / Few) * Few]));
            ratios.Add(among / alone);
            fewest = Math.Min(fewest, alone);
            most = Math.Min(most, among);
        }

        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a decision among {Few} tenants {fewest:0.00} us, among {count} {most:0.00} us at best; ratio at the median of {Rounds} rounds {ratios[Rounds / 2]:0.000}"));
    }

    private static double Time(Action<int> decide)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < DecisionsPerRound; i++)
        {
            decide(i);
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / DecisionsPerRound;
    }

    private static RoutingConfiguration Load(string folder, int tenants)
    {
        var file = Path.Combine(folder, "tenants.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { Tenants = Enumerable.Range(0, tenants).ToDictionary(PolicyConfigurations.Tenant, Settings) }));
        using var source = new JsonTenantPolicies(file);
        return RoutingConfiguration.Load(PolicyConfigurations.Create().GetSection(RoutingOptions.SectionName), Environment.CurrentDirectory, tenants: [source]);
    }

    private static Dictionary<string, object> Settings(int i) => new(StringComparer.Ordinal)
    {
        ["Mode"] = "enforce",
        ["QualityFloor"] = -(i % 50),
        ["CostWeight"] = i % 7 / 10.0,
        ["DecisionLifetime"] = "00:05:00",
    };
}
