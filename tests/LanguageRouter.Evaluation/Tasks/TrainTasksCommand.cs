namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Trains the table of the task kinds: <c>train-tasks FOLDER OUTPUT [--folds]</c>.</summary>
internal static class TrainTasksCommand
{
    public static int Run(EvaluationOptions options)
    {
        if (options.Rest.Contains("--try"))
        {
            return Experiment.Run(options);
        }

        var settings = new TrainingSettings();
        var set = TrainingSet.Read(options.Rest[0], settings);
        Console.WriteLine($"{set.Samples.Count} texts of {set.Samples[^1].Frame + 1} frames");
        File.WriteAllBytes(options.Rest[1], set.Train(settings, out var keys).Round());
        Console.WriteLine($"{keys.Length} runs");
        return 0;
    }
}
