using System.Text;
using System.Text.Json;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>Reads the parts of a <c>tokenizer.json</c>. What is asked for and not supported is an error that names it.</summary>
internal static class TokenizerJson
{
    // The split of GPT-2, which ByteLevel makes where use_regex is on.
    private const string Gpt2 = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    public static IRewrite Normalizer(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return new Rewrites.Sequence([]);
        }

        return Type(element) switch
        {
            "Sequence" => new Rewrites.Sequence([.. element.GetProperty("normalizers").EnumerateArray().Select(Normalizer)]),
            "NFC" => new Rewrites.Form(NormalizationForm.FormC),
            "NFD" => new Rewrites.Form(NormalizationForm.FormD),
            "NFKC" => new Rewrites.Form(NormalizationForm.FormKC),
            "NFKD" => new Rewrites.Form(NormalizationForm.FormKD),
            "Lowercase" => new Rewrites.Lowercase(),
            "Prepend" => new Rewrites.Prepend(Text(element, "prepend")),
            "Replace" when PatternOf(element) is var (words, pattern) => pattern is null
                ? new Rewrites.Replace(words, Text(element, "content")) : new Rewrites.ReplacePattern(pattern, Text(element, "content")),
            "Strip" => new Rewrites.Strip(Flag(element, "strip_left"), Flag(element, "strip_right")),
            "Precompiled" when CharsMap.Read(element.GetProperty("precompiled_charsmap").GetBytesFromBase64()) is { } rules => new Rewrites.Precompiled(rules),
            var other => throw Unsupported("normalizer", other),
        };
    }

    /// <param name="element">The file's <c>pre_tokenizer</c>.</param>
    /// <param name="byteLevel">Set where pieces are written as bytes.</param>
    public static ICut PreTokenizer(JsonElement element, ref bool byteLevel)
    {
        if (element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return new Cuts.Sequence([]);
        }

        switch (Type(element))
        {
            case "Sequence":
                var cuts = new List<ICut>();
                foreach (var item in element.GetProperty("pretokenizers").EnumerateArray())
                {
                    if (byteLevel)
                    {
                        throw Unsupported("pre-tokenizer after ByteLevel", Type(item));
                    }

                    cuts.Add(PreTokenizer(item, ref byteLevel));
                }

                return new Cuts.Sequence(cuts);
            case "Split":
                var (words, pattern) = PatternOf(element);
                return new Cuts.Split(pattern is null ? Finder(words) : pattern.Find, Behavior(element), Flag(element, "invert"));
            case "ByteLevel":
                byteLevel = true;
                List<ICut> parts = Flag(element, "add_prefix_space", whenMissing: true) ? [new Cuts.PrefixSpace()] : [];
                if (Flag(element, "use_regex", whenMissing: true))
                {
                    parts.Add(new Cuts.Split(new Pattern(Gpt2).Find, CutBehavior.Isolated, invert: false));
                }

                return new Cuts.Sequence(parts);
            case "Metaspace":
                var scheme = element.TryGetProperty("prepend_scheme", out var value) ? value.GetString() : Flag(element, "add_prefix_space", whenMissing: true) ? "always" : "never";
                return new Cuts.Metaspace(Text(element, "replacement"), scheme is "always" or "first", Flag(element, "split", whenMissing: true));
            case "Digits":
                return new Cuts.Split(Flag(element, "individual_digits") ? Cuts.FindDigit : new Pattern(@"\p{N}+").Find, CutBehavior.Isolated, invert: false);
            case var other:
                throw Unsupported("pre-tokenizer", other);
        }
    }

    /// <summary>Whether something is put before texts that decoding takes away again.</summary>
    public static bool AddsLeadingSpace(JsonElement root) =>
        Nodes(root.GetProperty("normalizer")).Any(node => Type(node) == "Prepend")
        || Nodes(root.GetProperty("pre_tokenizer")).Any(node => Type(node) switch
        {
            "Metaspace" => node.TryGetProperty("prepend_scheme", out var scheme) ? scheme.GetString() != "never" : Flag(node, "add_prefix_space", whenMissing: true),
            "ByteLevel" => Flag(node, "add_prefix_space", whenMissing: true),
            _ => false,
        });

    /// <summary>Checks that tokens turn into text in a way that is known, and tells the character that stands for a blank.</summary>
    public static string? CheckDecoder(JsonElement root)
    {
        string? blank = null;
        foreach (var node in Nodes(root.GetProperty("decoder")))
        {
            switch (Type(node))
            {
                case "ByteLevel" or "ByteFallback" or "Fuse":
                    break;
                case "Metaspace":
                    blank = Text(node, "replacement");
                    break;
                case "Replace" when Text(node, "content") == " ":
                    blank = PatternOf(node).Words;
                    break;
                case "Strip" when Text(node, "content") == " " && node.GetProperty("stop").GetInt32() == 0:
                    break;
                case var other:
                    throw Unsupported("decoder", other);
            }
        }

        return blank;
    }

    public static InvalidDataException Unsupported(string part, string what) => new($"The tokenizer file asks for the {part} '{what}', which is not supported.");

    private static IEnumerable<JsonElement> Nodes(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        foreach (var name in new[] { "normalizers", "pretokenizers", "decoders" })
        {
            if (element.TryGetProperty(name, out var list))
            {
                return list.EnumerateArray().SelectMany(Nodes);
            }
        }

        return [element];
    }

    private static (string Words, Pattern? Pattern) PatternOf(JsonElement element)
    {
        var pattern = element.GetProperty("pattern");
        return pattern.TryGetProperty("String", out var words) ? (words.GetString()!, null)
            : pattern.TryGetProperty("Regex", out var regex) ? (regex.GetString()!, new Pattern(regex.GetString()!)) : throw Unsupported("pattern", pattern.GetRawText());
    }

    private static Cuts.Find Finder(string words) => (string text, int from, out int start, out int end) =>
    {
        start = words.Length == 0 ? -1 : text.IndexOf(words, from, StringComparison.Ordinal);
        end = start + words.Length;
        return start >= 0;
    };

    private static CutBehavior Behavior(JsonElement element) =>
        Enum.TryParse<CutBehavior>(Text(element, "behavior"), out var behavior) ? behavior : throw Unsupported("split behavior", Text(element, "behavior"));

    private static string Type(JsonElement element) => Text(element, "type");

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new InvalidDataException($"The tokenizer file lacks the text '{name}' in {element.ValueKind}.");

    private static bool Flag(JsonElement element, string name, bool whenMissing = false) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : whenMissing;
}
