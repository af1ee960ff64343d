using System.Collections.Concurrent;
using System.Globalization;
using LanguageRouter.OpenAI.Pipeline;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Policies;
using LanguageRouter.Tokens.SentencePiece;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Reads what the protocols of token ids need beyond an address and a key: the tokenizer, the form of conversations, the context window.</summary>
internal sealed class TokenIdsSettingsReader(IConfiguration configuration)
{
    // Files are large and models share them; a file that was replaced is read anew.
    private readonly ConcurrentDictionary<(string File, DateTime Written, SentencePieceDialect Dialect), SentencePieceEncoder> _encoders = [];

    /// <summary>The settings; null where they have mistakes.</summary>
    public TokenIdsSettings? Read(IConfigurationSection client, string model, TokenizerReading reading, List<string> errors)
    {
        var modelPath = ConfigurationPath.Combine(RoutingOptions.SectionName, "Models", model);
        var template = Template(client, errors);
        var window = ContextWindow(modelPath, client, errors);
        var file = TokenizerFile(modelPath, client, errors);
        if (template is null || window is null || file is null)
        {
            return null;
        }

        try
        {
            var settings = new TokenIdsSettings
            {
                Encoder = Load(file, SentencePieceDialect.SentencePiece),
                ServerEncoder = reading == TokenizerReading.LlamaCpp ? Load(file, SentencePieceDialect.LlamaCpp) : null,
                Template = template,
                ContextWindow = window.Value,
            };

            // The client checks the template against the tokenizer when it is made.
            using var check = new AdapterSelectingChatClient(model, settings, new NoEndpoint(), new TokenizerAdapterOptions());
            _ = check.GetService(typeof(ITokenizerAdapter));
            return settings;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.Add($"{client.Path}:Protocol needs the tokenizer file '{file}', which cannot be used: {exception.Message} Fix: give the SentencePiece .model file that comes with the model's weights.");
        }
        catch (TokenizerAdapterException exception)
        {
            errors.Add($"{client.Path}:Template is '{template.Name}', which does not fit the tokenizer '{file}': {exception.Message} Fix: write the form that the model was trained on.");
        }

        return null;
    }

    private static ChatTemplate? Template(IConfigurationSection client, List<string> errors)
    {
        var name = client["Template"];
        if (ChatTemplate.Named.FirstOrDefault(template => template.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return found;
        }

        var names = string.Join(", ", ChatTemplate.Named.Select(template => template.Name));
        errors.Add(string.IsNullOrEmpty(name)
            ? $"{client.Path} has no Template, which token ids need. Fix: write the form that the model was trained on, one of {names}."
            : $"{client.Path}:Template is '{name}'. Fix: use one of {names}.");
        return null;
    }

    private int? ContextWindow(string modelPath, IConfigurationSection client, List<string> errors)
    {
        var path = ConfigurationPath.Combine(modelPath, "ContextWindow");
        if (int.TryParse(configuration[path], NumberStyles.Integer, CultureInfo.InvariantCulture, out var window) && window > 0)
        {
            return window;
        }

        errors.Add($"{client.Path}:Protocol needs {path}, the largest prompt and answer together. Fix: write it in tokens.");
        return null;
    }

    private string? TokenizerFile(string modelPath, IConfigurationSection client, List<string> errors)
    {
        var path = ConfigurationPath.Combine(modelPath, "Tokenizer");
        var name = configuration[path];
        if (string.IsNullOrEmpty(name))
        {
            errors.Add($"{client.Path}:Protocol needs {path}. Fix: name a tokenizer under {RoutingOptions.SectionName}:Tokenizers.");
            return null;
        }

        if (configuration[ConfigurationPath.Combine(RoutingOptions.SectionName, "Tokenizers", name)] is { Length: > 0 } file)
        {
            return file;
        }

        errors.Add($"{client.Path}:Protocol needs the vocabulary's file, but {path} is '{name}', which has none under {RoutingOptions.SectionName}:Tokenizers. Fix: add it there with the path of its .model file, or use the protocol chat.");
        return null;
    }

    private SentencePieceEncoder Load(string file, SentencePieceDialect dialect) =>
        _encoders.GetOrAdd((file, File.GetLastWriteTimeUtc(file), dialect), static key => SentencePieceEncoder.Load(key.File, dialect: key.Dialect));

    private sealed class NoEndpoint : ITokenCompletionEndpoint
    {
        public Task<TokenCompletionChunk> CompleteAsync(TokenCompletionRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<TokenCompletionChunk> StreamAsync(TokenCompletionRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<int>?> TokenizeAsync(string modelId, string text, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<EndpointModel?> DescribeAsync(string modelId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
