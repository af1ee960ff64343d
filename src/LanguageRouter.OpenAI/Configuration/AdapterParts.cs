using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Routes;
using LanguageRouter.Tokens;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.OpenAI.Configuration;

/// <summary>What an adapter is made of: equal parts make equal clients, so that a reload which changes none of them keeps the client and its handshake.</summary>
internal sealed record AdapterParts(string ModelId, ITokenEncoder Encoder, ITokenEncoder? ServerEncoder, ITokenCounter? BaseCounter, TokenIdsSettings Settings)
{
    /// <summary>Takes the vocabularies from the configuration that the model belongs to.</summary>
    /// <returns>The parts; null where they do not fit together.</returns>
    public static AdapterParts? Of(Model model, TokenIdsSettings settings, List<string> errors)
    {
        var counters = model.Counters ?? new TokenCounters();
        var path = ConfigurationPath.Combine(Policies.RoutingOptions.SectionName, "Models", model.Name, "Client");
        var encoder = Find(counters, model.Tokenizer);
        var server = settings.ServerTokenizer is { } name ? Find(counters, name) : null;
        if (encoder is null || (settings.ServerTokenizer is not null && server is null))
        {
            errors.Add($"{path}:Protocol needs a tokenizer that gives ids, but '{(encoder is null ? model.Tokenizer : settings.ServerTokenizer)}' only counts. Fix: register its .model or tokenizer.json under Tokenizers.");
            return null;
        }

        var parts = new AdapterParts(model.ModelId, encoder, server, model.BaseTokenizer is { } reference ? counters.Get(reference) : null, settings);
        try
        {
            settings.Template.Check(encoder);
            return parts;
        }
        catch (TokenizerAdapterException exception)
        {
            errors.Add($"{path}:Template is '{settings.Template.Name}', which does not fit the tokenizer '{encoder.Name}': {exception.Message} Fix: write the form that the model was trained on.");
            return null;
        }
    }

    /// <summary>Makes the adapter that a route names; the model itself where it names none.</summary>
    /// <exception cref="TokenizerAdapterException">The server applies adapters by number, and this one has none.</exception>
    public AdaptedModel For(string name)
    {
        if (Settings.Loras is null || name == ModelId)
        {
            return Create(name, name, []);
        }

        return Settings.Loras.TryGet(name, out var number)
            ? Create(name, ModelId, [new LoraWeight(number, 1)])
            : throw new TokenizerAdapterException(TokenizerAdapterFailure.UnknownAdapter, $"The adapter '{name}' of the model '{ModelId}' has no number under Client:Loras; known are {string.Join(", ", Settings.Loras.Names.DefaultIfEmpty("none"))}.");
    }

    private AdaptedModel Create(string name, string modelId, IReadOnlyList<LoraWeight> loras) => new()
    {
        Name = name,
        ModelId = modelId,
        Loras = loras,
        Encoder = Encoder,
        ServerEncoder = ServerEncoder,
        BaseCounter = BaseCounter,
        Template = Settings.Template,
        ContextWindow = Settings.ContextWindow,
    };

    private static ITokenEncoder? Find(TokenCounters counters, string? name) => name is not null && counters.TryGet(name, out var counter) ? counter as ITokenEncoder : null;
}
