namespace LanguageRouter.Evaluation;

/// <summary>The commands of this program, by name.</summary>
internal static class EvaluationCommands
{
    private static readonly Dictionary<string, Func<EvaluationOptions, int>> Commands = new(StringComparer.Ordinal)
    {
        ["languages"] = Languages.LanguagesCommand.Run,
        ["language-speed"] = Languages.LanguageSpeed.Run,
        ["folding-table"] = Languages.FoldingTableWriter.Run,
        ["han-odds"] = Languages.HanOdds.Run,
        ["train-han"] = Languages.HanTraining.Run,
        ["train-latin"] = Languages.LatinTraining.Run,
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
