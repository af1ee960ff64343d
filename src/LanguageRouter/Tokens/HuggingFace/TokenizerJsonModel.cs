using System.Text.Json;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>Reads the model part of a <c>tokenizer.json</c>: its vocabulary and how pieces become ids.</summary>
internal static class TokenizerJsonModel
{
    private const float UnknownPenalty = 10;

    public static (IPieceEncoder Encoder, Dictionary<string, int> Vocabulary) Read(JsonElement model, bool byteLevel, IReadOnlySet<string> controls)
    {
        var type = model.TryGetProperty("type", out var value) ? value.GetString() : "BPE";
        return type switch
        {
            "BPE" => BytePair(model, byteLevel),
            "Unigram" when !byteLevel => Unigram(model, controls),
            _ => throw TokenizerJson.Unsupported("model", type + (byteLevel ? " over bytes" : string.Empty)),
        };
    }

    private static (IPieceEncoder Encoder, Dictionary<string, int> Vocabulary) BytePair(JsonElement model, bool byteLevel)
    {
        foreach (var name in new[] { "continuing_subword_prefix", "end_of_word_suffix" })
        {
            if (model.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Length > 0)
            {
                throw TokenizerJson.Unsupported("model option", name);
            }
        }

        if (model.TryGetProperty("dropout", out var dropout) && dropout.ValueKind == JsonValueKind.Number && dropout.GetDouble() > 0)
        {
            throw TokenizerJson.Unsupported("model option", "dropout");
        }

        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in model.GetProperty("vocab").EnumerateObject())
        {
            vocabulary[token.Name] = token.Value.GetInt32();
        }

        var merges = model.GetProperty("merges");
        var ranks = new PairRanks(merges.GetArrayLength());
        var rank = 0;
        foreach (var merge in merges.EnumerateArray())
        {
            var (left, right) = Pair(merge);
            if (!vocabulary.TryGetValue(left, out var leftId) || !vocabulary.TryGetValue(right, out var rightId) || !vocabulary.TryGetValue(left + right, out var id))
            {
                throw new InvalidDataException($"The tokenizer file's merge number {rank} joins tokens that its vocabulary does not have.");
            }

            ranks.Add(leftId, rightId, rank++, id);
        }

        int? unknown = model.TryGetProperty("unk_token", out var unk) && unk.ValueKind == JsonValueKind.String && vocabulary.TryGetValue(unk.GetString()!, out var found) ? found : null;
        return (new BytePairPieces(vocabulary, ranks, new BytePairSettings(byteLevel, Flag(model, "byte_fallback"), Flag(model, "ignore_merges"), unknown, Flag(model, "fuse_unk"))), vocabulary);
    }

    private static (string Left, string Right) Pair(JsonElement merge)
    {
        if (merge.ValueKind == JsonValueKind.Array)
        {
            return (merge[0].GetString()!, merge[1].GetString()!);
        }

        var parts = (merge.GetString() ?? string.Empty).Split(' ');
        return parts.Length == 2 ? (parts[0], parts[1]) : throw new InvalidDataException("The tokenizer file has a merge that is no pair.");
    }

    private static (IPieceEncoder Encoder, Dictionary<string, int> Vocabulary) Unigram(JsonElement model, IReadOnlySet<string> controls)
    {
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = new List<(string, int, float)>();
        var lowest = float.MaxValue;
        foreach (var token in model.GetProperty("vocab").EnumerateArray())
        {
            var (text, score) = (token[0].GetString()!, (float)token[1].GetDouble());
            if (!float.IsFinite(score))
            {
                throw new InvalidDataException($"The tokenizer file's piece number {vocabulary.Count} has a score that is no number.");
            }

            lowest = Math.Min(lowest, score);
            var id = vocabulary.Count;
            if (!vocabulary.TryAdd(text, id))
            {
                throw new InvalidDataException($"The tokenizer file has the piece number {id} twice.");
            }

            if (text.Length > 0 && !controls.Contains(text))
            {
                entries.Add((text, id, score));
            }
        }

        int? unknown = model.TryGetProperty("unk_id", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
        if (unknown < 0 || unknown >= vocabulary.Count)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The tokenizer file's unk_id is {unknown}, its vocabulary has {vocabulary.Count} pieces."));
        }

        var bytes = Flag(model, "byte_fallback") ? Enumerable.Range(0, 256).Select(number => vocabulary.GetValueOrDefault($"<0x{number:X2}>", -1)).ToArray() : null;
        var characters = new UnknownCharacters(unknown ?? throw TokenizerJson.Unsupported("model option", "unk_id = null"), bytes?.Contains(-1) == true ? null : bytes, fuse: true);
        return (new UnigramPieces(new UnigramSegmenter(new PieceTrie(entries), lowest - UnknownPenalty, singlePrecision: false, characters)), vocabulary);
    }

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
