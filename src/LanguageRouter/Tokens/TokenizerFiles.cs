using System.Collections.Concurrent;
using LanguageRouter.Tokens.HuggingFace;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tokens;

/// <summary>Loads tokenizer files, each once while it is in use: a reload of the configuration must not read a large vocabulary again, and an encoder that stays the same keeps its clients.</summary>
internal static class TokenizerFiles
{
    private const long LargestFile = 256 * 1024 * 1024;

    private static readonly ConcurrentDictionary<(string Path, DateTime Written, string Name, SentencePieceDialect? Dialect), WeakReference<ITokenEncoder>> Loaded = [];

    /// <exception cref="InvalidDataException">The file cannot be read, or is no SentencePiece model.</exception>
    public static ITokenEncoder LoadSentencePiece(string name, string path, SentencePieceDialect dialect) => Load(
        name, path, dialect, () => SentencePieceEncoder.Load(path, name, dialect), "SentencePiece model", "Give the tokenizer.model that comes with the model's weights; a tokenizer.json is known by its name's end.");

    /// <exception cref="InvalidDataException">The file cannot be read, is no <c>tokenizer.json</c>, or asks for something that is not supported.</exception>
    public static ITokenEncoder LoadTokenizerJson(string name, string path) => Load(
        name, path, null, () => TokenizerJsonEncoder.Load(path, name), "tokenizer.json that can be used", "Give the tokenizer.json that comes with the model's weights.");

    /// <summary>Reads a tokenizer's file; one that is far too large for a tokenizer is not read at all.</summary>
    /// <exception cref="InvalidDataException">It is larger than any tokenizer, such as the model's weights.</exception>
    public static byte[] ReadAllBytes(string path) => new FileInfo(path) is { Exists: true, Length: > LargestFile } file
        ? throw new InvalidDataException(FormattableString.Invariant($"it has {file.Length} bytes, more than the {LargestFile} of the largest tokenizer that is read"))
        : File.ReadAllBytes(path);

    private static ITokenEncoder Load(string name, string path, SentencePieceDialect? dialect, Func<ITokenEncoder> load, string kind, string fix)
    {
        try
        {
            var key = (Path.GetFullPath(path), File.GetLastWriteTimeUtc(path), name, dialect);
            if (Loaded.TryGetValue(key, out var reference) && reference.TryGetTarget(out var known))
            {
                return known;
            }

            var encoder = load();
            foreach (var (old, _) in Loaded.Where(pair => !pair.Value.TryGetTarget(out _)))
            {
                Loaded.TryRemove(old, out _);
            }

            Loaded[key] = new WeakReference<ITokenEncoder>(encoder);
            return encoder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Tokenizer '{name}': the file '{path}' cannot be read ({exception.Message}). Fix: correct the path.", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"Tokenizer '{name}': the file '{path}' is no {kind} ({exception.Message}). {fix}", exception);
        }
    }
}
