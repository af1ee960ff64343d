using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tokens;

/// <summary>Represents the tokenizers that routes may be billed in, by name.</summary>
/// <remarks>
/// Safe for concurrent use. <c>o200k_base</c> and <c>cl100k_base</c> are built in; other tokenizers are registered
/// from a SentencePiece <c>.model</c> or a Hugging Face <c>tokenizer.json</c>, and are <see cref="ITokenEncoder"/>s.
/// Names are compared ordinally, as models name them. A vocabulary is loaded at its first use;
/// <see cref="Validate"/> loads those from files at once. Instances share the vocabulary of a file that has not changed.
/// </remarks>
public sealed class TokenCounters
{
    /// <summary>The name of the tokenizer of GPT-4o and later models.</summary>
    public const string O200kBase = "o200k_base";

    /// <summary>The name of the tokenizer of GPT-3.5 and GPT-4.</summary>
    public const string Cl100kBase = "cl100k_base";

    private readonly ConcurrentDictionary<string, Lazy<ITokenCounter>> counters = new(StringComparer.Ordinal)
    {
        [O200kBase] = new(() => BytePairTokenCounter.O200kBase),
        [Cl100kBase] = new(() => BytePairTokenCounter.Cl100kBase),
    };

    /// <summary>Gets the names that can be resolved, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. counters.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Registers a tokenizer by the path of its SentencePiece <c>.model</c> file.</summary>
    /// <param name="name">The name that routes use.</param>
    /// <param name="modelPath">The file, read at the first use of the counter.</param>
    /// <param name="dialect">Whose reading of the file the counts follow.</param>
    /// <exception cref="ArgumentException">The name or the path is blank, or the name is taken.</exception>
    public void AddSentencePiece(string name, string modelPath, SentencePieceDialect dialect = SentencePieceDialect.SentencePiece)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelPath);
        Add(name, new(() => TokenizerFiles.LoadSentencePiece(name, modelPath, dialect), LazyThreadSafetyMode.PublicationOnly));
    }

    /// <summary>Registers a tokenizer by the path of its Hugging Face <c>tokenizer.json</c>.</summary>
    /// <param name="name">The name that routes use.</param>
    /// <param name="path">The file, read at the first use of the counter.</param>
    /// <exception cref="ArgumentException">The name or the path is blank, or the name is taken.</exception>
    public void AddTokenizerJson(string name, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Add(name, new(() => TokenizerFiles.LoadTokenizerJson(name, path), LazyThreadSafetyMode.PublicationOnly));
    }

    /// <summary>Registers a tokenizer that the application counts itself, under its own name.</summary>
    /// <param name="counter">The counter, safe for concurrent use.</param>
    /// <exception cref="ArgumentException">The name is blank or taken.</exception>
    public void Add(ITokenCounter counter)
    {
        ArgumentNullException.ThrowIfNull(counter);
        Add(counter.Name, new(counter));
    }

    /// <summary>Gets the counter of a tokenizer, loading it at its first use.</summary>
    /// <param name="name">The tokenizer's name.</param>
    /// <returns>The counter, the same object at every call.</returns>
    /// <exception cref="KeyNotFoundException">No tokenizer has that name.</exception>
    /// <exception cref="InvalidDataException">Its file is missing, or is no tokenizer of the registered kind.</exception>
    public ITokenCounter Get(string name) => TryGet(name, out var counter) ? counter : throw new KeyNotFoundException(
        $"No tokenizer is named '{name}'; known are {string.Join(", ", Names)}. Register its file with {nameof(AddSentencePiece)} or {nameof(AddTokenizerJson)}.");

    /// <summary>Gets the counter of a tokenizer where its name is known.</summary>
    /// <param name="name">The tokenizer's name.</param>
    /// <param name="counter">The counter, or <see langword="null"/> for an unknown name.</param>
    /// <returns>Whether the name is known.</returns>
    /// <exception cref="InvalidDataException">Its file is missing, or is no tokenizer of the registered kind.</exception>
    public bool TryGet(string name, [NotNullWhen(true)] out ITokenCounter? counter)
    {
        ArgumentNullException.ThrowIfNull(name);
        counter = counters.TryGetValue(name, out var lazy) ? lazy.Value : null;
        return counter is not null;
    }

    /// <summary>Loads every tokenizer that comes from a file and reports all that cannot be used.</summary>
    /// <returns>One message per unusable tokenizer, each with its name, its file and the fix; empty where all load.</returns>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        foreach (var name in Names.Where(name => name is not (O200kBase or Cl100kBase)))
        {
            try
            {
                Get(name);
            }
            catch (InvalidDataException exception)
            {
                errors.Add(exception.Message);
            }
        }

        return errors;
    }

    private void Add(string name, Lazy<ITokenCounter> counter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!counters.TryAdd(name, counter))
        {
            throw new ArgumentException($"A tokenizer named '{name}' is already registered.", nameof(name));
        }
    }
}
