using LanguageRouter.OpenAI.Tests.Faults;

namespace LanguageRouter.Evaluation.Resilience;

/// <summary>Runs the fault bench and prints its table, or writes it into a page.</summary>
internal static class FaultsCommand
{
    public static int Run(EvaluationOptions options)
    {
        var table = FaultTable.Write(FaultBench.RunAsync(CancellationToken.None).GetAwaiter().GetResult());
        if (options.Rest is ["--write", var page])
        {
            File.WriteAllText(page, FaultTable.Insert(File.ReadAllText(page), table));
        }
        else
        {
            Console.Write(table);
        }

        return 0;
    }
}
