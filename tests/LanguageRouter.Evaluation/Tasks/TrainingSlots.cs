using System.Text.RegularExpressions;
using LanguageRouter.Signals.Tasks;
using LanguageRouter.Signals.Tasks.Vocabulary;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>The pools of words and texts that the frames of the training set draw from.</summary>
internal sealed partial class TrainingSlots
{
    private const int Depth = 4;

    // What a request is about, not what it asks for.
    private static readonly HashSet<string> Material = new(StringComparer.Ordinal)
    {
        "和文", "英文", "外国文", "和段落", "英段落", "くだけ文", "ビジ文", "物", "英コード", "和コード", "語", "季題", "駄題", "和題", "商品", "字", "姓名", "人物", "作品", "行為", "英題", "地名", "組織",
        "英作品", "英人物", "英地名", "名", "名2", "名3", "名英", "語対", "前置き", "前置長", "後置き", "文ろ", "題ろ", "opener", "closer",
    };

    private readonly Dictionary<string, List<string>> _pools = new(StringComparer.Ordinal);

    public TrainingSlots(string file)
    {
        List<string>? pool = null;
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[' && line[^1] == ']')
            {
                pool = _pools[line[1..^1]] = [];
            }
            else
            {
                (pool ?? throw new InvalidDataException($"{file}: the line '{line}' stands before the first [pool].")).Add(line);
            }
        }

        // The words of the topics are those that the phrases know.
        AddTopic(Cue.Mathematics, "数学語", "数学英");
        AddTopic(Cue.Science, "理科語", "理科英");
        AddTopic(Cue.World, "教養語", "教養英");
        AddTopic(Cue.Japan, "日本語彙", "日本英");
    }

    private void AddTopic(Cue topic, string japanese, string english)
    {
        var words = TopicPhrases.Groups.Where(group => group.Cue == topic).SelectMany(group => group.Phrases()).Select(phrase => phrase.Text).Distinct(StringComparer.Ordinal);
        foreach (var pool in words.ToLookup(word => TaskKindClassifier.IsWide(word) ? japanese : english))
        {
            _pools[pool.Key] = [.. pool];
        }
    }

    /// <summary>Says whether a frame draws from a pool.</summary>
    public bool Draws(string frame) => Slot().Matches(frame).Any(match => _pools.ContainsKey(match.Groups[1].Value));

    /// <summary>The entries of a pool.</summary>
    public IReadOnlyList<string> Pool(string name) => _pools[name];

    /// <summary>Takes one entry of a pool.</summary>
    public string Pick(string pool, Random random) => _pools[pool][random.Next(_pools[pool].Count)];


    // Material may be of any length.
    private string Draw(string pool, Random random)
    {
        var text = Pick(pool, random);
        for (var more = pool is "和段落" or "英段落" && random.Next(3) == 0 ? random.Next(1, 6) : 0; more > 0; more--)
        {
            text += (random.Next(3) == 0 ? "\\n" : pool is "英段落" ? " " : "") + Pick(pool, random);
        }

        return text;
    }

    /// <summary>Fills the slots of a frame, and those of what was filled in.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="random">Chooses the entries.</param>
    /// <param name="bare">Whether material is left out, so that the words of the request alone are left.</param>
    public string Fill(string frame, Random random, bool bare = false)
    {
        if (bare)
        {
            frame = Slot().Replace(frame, match => Material.Contains(match.Groups[1].Value) ? "\uFFFC" : match.Value);
        }

        for (var depth = 0; depth < Depth && frame.Contains('{', StringComparison.Ordinal); depth++)
        {
            frame = Slot().Replace(frame, match => _pools.ContainsKey(match.Groups[1].Value) ? Draw(match.Groups[1].Value, random) : match.Value);
        }

        return frame;
    }

    [GeneratedRegex(@"\{([^{}"" ]{1,8})\}")]
    private static partial Regex Slot();
}
