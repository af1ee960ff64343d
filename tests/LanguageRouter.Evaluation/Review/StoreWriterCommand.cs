using System.Text;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Testing;

namespace LanguageRouter.Evaluation.Review;

/// <summary>Writes records to a SQLite file as fast as the queue takes them, until it is killed, and prints every identifier once it is committed.</summary>
internal static class StoreWriterCommand
{
    public static int Run(EvaluationOptions options)
    {
        RunAsync(options.Rest[0]).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(string file)
    {
        var templates = await SampleRecords.RouteAsync();
        await using var store = RecordStores.Sqlite(file);
        await using var sink = SinkFactory.Create(store, capacity: 4_000);
        await using var output = Console.OpenStandardOutput();
        sink.Committed = records =>
        {
            var lines = new StringBuilder();
            foreach (var record in records)
            {
                lines.Append(record.Id.ToString("N")).Append('\n');
            }

            output.Write(Encoding.ASCII.GetBytes(lines.ToString()));
            output.Flush();
        };
        for (var i = 0; ; i++)
        {
            var template = templates[i % templates.Length];
            var now = DateTimeOffset.UtcNow;
            await sink.WriteAsync(template with { Decision = template.Decision with { Id = Guid.CreateVersion7(now) }, Timestamp = now }, CancellationToken.None);
            if (sink.Status.Queued > 3_000)
            {
                await Task.Delay(1);
            }
        }
    }
}
