using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace LanguageRouter.Tokens;

/// <summary>The byte strings of a byte-pair vocabulary, in the order of their ranks.</summary>
internal sealed class BytePairVocabulary
{
    private readonly byte[] _bytes;
    private readonly int[] _offsets;

    private BytePairVocabulary(byte[] bytes, int[] offsets)
    {
        _bytes = bytes;
        _offsets = offsets;
    }

    public int Count => _offsets.Length - 1;

    public ReadOnlySpan<byte> this[int rank] => _bytes.AsSpan(_offsets[rank], _offsets[rank + 1] - _offsets[rank]);

    public static BytePairVocabulary LoadO200kBase() => Load(
        Type.GetType("Microsoft.ML.Tokenizers.O200kBaseTokenizerData, Microsoft.ML.Tokenizers.Data.O200kBase", throwOnError: true)!, "o200k_base.tiktoken.deflate");

    public static BytePairVocabulary LoadCl100kBase() => Load(
        Type.GetType("Microsoft.ML.Tokenizers.Cl100kBaseTokenizerData, Microsoft.ML.Tokenizers.Data.Cl100kBase", throwOnError: true)!, "cl100k_base.tiktoken.deflate");

    // The packages of Microsoft.ML.Tokenizers embed a first line "Capacity: N", then one token a line in base64, in
    // the order of the ranks.
    [SuppressMessage("Maintainability", "CA1508", Justification = "A stream is null where the resource is absent.")]
    private static BytePairVocabulary Load(Type marker, string resource)
    {
        using var packed = marker.Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The assembly {marker.Assembly.FullName} has no vocabulary '{resource}'; use version 2.0.x of its package.");
        using var unpacked = new MemoryStream();
        using (var inflate = new DeflateStream(packed, CompressionMode.Decompress))
        {
            inflate.CopyTo(unpacked);
        }

        var text = unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length);
        var firstLine = text.IndexOf((byte)'\n');
        if (firstLine < 0 || !text.StartsWith("Capacity: "u8))
        {
            throw new InvalidDataException($"The vocabulary '{resource}' of {marker.Assembly.FullName} has an unknown form; use version 2.0.x of its package.");
        }

        text = text[(firstLine + 1)..];
        var bytes = new byte[text.Length];
        var offsets = new List<int>(200_000) { 0 };
        var end = 0;
        while (!text.IsEmpty)
        {
            var line = text.IndexOf((byte)'\n');
            var token = (line < 0 ? text : text[..line]).TrimEnd((byte)'\r');
            text = line < 0 ? [] : text[(line + 1)..];
            if (token.IsEmpty)
            {
                continue;
            }

            if (Base64.DecodeFromUtf8(token, bytes.AsSpan(end), out _, out var written) != System.Buffers.OperationStatus.Done)
            {
                throw new InvalidDataException($"The vocabulary '{resource}' of {marker.Assembly.FullName} holds a line that is no base64.");
            }

            end += written;
            offsets.Add(end);
        }

        return new BytePairVocabulary(bytes[..end], [.. offsets]);
    }
}
