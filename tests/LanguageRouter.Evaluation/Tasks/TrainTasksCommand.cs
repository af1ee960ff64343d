namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Trains the table of the task kinds: <c>train-tasks FOLDER OUTPUT [--folds]</c>.</summary>
internal static class TrainTasksCommand
{
    public static int Run(EvaluationOptions options)
    {
        var set = TrainingSet.Read(options.Rest[0]);
        Console.WriteLine($"{set.Samples.Count} texts of {set.Samples[^1].Frame + 1} frames");
        if (options.Rest.Contains("--folds"))
        {
            AuthorFolds.Report(set);
        }

        File.WriteAllBytes(options.Rest[1], set.Train(out var keys).Round());
        Console.WriteLine($"{keys.Length} runs");
        return 0;
    }
}
