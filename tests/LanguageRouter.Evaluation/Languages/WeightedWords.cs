namespace LanguageRouter.Evaluation.Languages;

/// <summary>Words drawn at random by weight.</summary>
internal sealed class WeightedWords
{
    private readonly string[] _words;
    private readonly double[] _cumulative;

    public WeightedWords(IEnumerable<(string Word, double Weight)> words)
    {
        List<(string Word, double Weight)> merged = [.. words.GroupBy(w => w.Word).Select(g => (g.Key, g.Sum(w => w.Weight)))];
        _words = [.. merged.Select(w => w.Word)];
        _cumulative = new double[_words.Length];
        var sum = 0.0;
        for (var i = 0; i < _words.Length; i++)
        {
            sum += merged[i].Weight;
            _cumulative[i] = sum;
        }
    }

    public int Count => _words.Length;

    public IReadOnlyList<string> Words => _words;

    /// <summary>Draws by weight.</summary>
    public string Draw(Random random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, _words.Length - 1)];
    }

    /// <summary>Draws each word alike.</summary>
    public string DrawEvenly(Random random) => _words[random.Next(_words.Length)];
}
