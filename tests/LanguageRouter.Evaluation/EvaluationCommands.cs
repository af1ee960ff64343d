namespace LanguageRouter.Evaluation;

/// <summary>The commands of this program, by name.</summary>
internal static class EvaluationCommands
{
    private static readonly Dictionary<string, Func<EvaluationOptions, int>> Commands = new(StringComparer.Ordinal)
    {
        ["translation-numbers"] = Translation.NumberEvaluation.Run,
        ["translation-latency"] = Translation.LatencyEvaluation.Run,
        ["translation-speed"] = Translation.SpeedEvaluation.Run,
        ["translation-segmentation"] = Translation.SegmentationEvaluation.Run,
        ["translation-verification"] = Translation.VerificationEvaluation.Run,
    };

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !Commands.TryGetValue(args[0], out var command))
        {
            Console.Error.WriteLine($"usage: <command> [--data FOLDER]; commands: {string.Join(", ", Commands.Keys)}");
            return 2;
        }

        return command(EvaluationOptions.Parse(args.AsSpan(1)));
    }
}
