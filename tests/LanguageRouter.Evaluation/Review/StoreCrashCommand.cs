using System.Globalization;
using LanguageRouter.Review.Tests.Testing;

namespace LanguageRouter.Evaluation.Review;

/// <summary>Kills a writing process in mid-load, 20 times unless told otherwise, and checks after each that every acknowledged record is there, once.</summary>
internal static class StoreCrashCommand
{
    public static int Run(EvaluationOptions options)
    {
        var kills = options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : 20;
        using var folder = new TemporaryFolder();
        var acknowledged = StoreCrash.RunAsync(folder.File("records.db"), kills, typeof(StoreCrashCommand).Assembly.Location, CancellationToken.None).GetAwaiter().GetResult();
        Console.WriteLine($"{kills} kills, {acknowledged.Count} acknowledged records: all there, none twice, rollups equal to the records, file whole.");
        return 0;
    }
}
