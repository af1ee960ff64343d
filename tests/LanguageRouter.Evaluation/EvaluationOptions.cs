namespace LanguageRouter.Evaluation;

/// <summary>What every command is given: the folder of the reference data, and the rest of the arguments.</summary>
internal sealed record EvaluationOptions(string DataFolder, IReadOnlyList<string> Rest)
{
    public static EvaluationOptions Parse(ReadOnlySpan<string> args)
    {
        var data = Path.Combine("..", "shared", "data");
        var rest = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--data" && i + 1 < args.Length)
            {
                data = args[++i];
            }
            else
            {
                rest.Add(args[i]);
            }
        }

        return new EvaluationOptions(data, rest);
    }

    public string PathOf(string relative) => Path.Combine(DataFolder, relative);
}
