namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>Counts where two tokenizers give the same ids, and keeps the first differences without showing the text.</summary>
internal sealed class IdComparison
{
    private readonly Lock _lock = new();
    private readonly List<string> _examples = [];

    public int Same { get; private set; }

    public int Different { get; private set; }

    public void Add(string text, IReadOnlyList<int> ours, IReadOnlyList<int> theirs)
    {
        lock (_lock)
        {
            if (ours.SequenceEqual(theirs))
            {
                Same++;
                return;
            }

            Different++;
            var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
            if (_examples.Count < 10)
            {
                _examples.Add($"  {text.Length} characters, token {at}: ours {Window(ours, at)}, theirs {Window(theirs, at)} in {Show(text)}");
            }
        }
    }

    public int Report(string name)
    {
        Console.WriteLine($"{name}: {Same} of {Same + Different} texts have the same ids");
        _examples.ForEach(Console.WriteLine);
        return Different == 0 ? 0 : 1;
    }

    private static string Window(IReadOnlyList<int> ids, int at) => $"[{string.Join(' ', ids.Skip(at).Take(6))}] of {ids.Count}";

    private static string Show(string text) =>
        string.Concat(text.Take(60).Select(character => character is >= ' ' and < '\u2000' or >= '\u3000' and < '\uD800' ? character.ToString() : $"\\u{(int)character:X4}"));
}
