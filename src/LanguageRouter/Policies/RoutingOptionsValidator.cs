using LanguageRouter.Routes;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Policies;

/// <summary>Checks what a configuration means, once its form is right, and collects every mistake with its path and its fix.</summary>
internal static class RoutingOptionsValidator
{
    public static void Validate(RoutingOptions options, IReadOnlyCollection<string> builtInTokenizers, List<string> errors)
    {
        foreach (var (name, model) in options.Models)
        {
            CheckModel(options, builtInTokenizers, $"Models:{name}", model, errors);
        }

        foreach (var (name, translator) in options.Translators)
        {
            OptionChecks.Price($"Translators:{name}:PricePerMillionCharacters", translator.PricePerMillionCharacters, errors);
            if (options.Models.ContainsKey(name))
            {
                errors.Add($"Translators:{name} has the name of a model. Fix: give the service another name.");
            }
        }

        foreach (var (name, tokenizer) in options.Tokenizers)
        {
            CheckTokenizer(name, tokenizer, builtInTokenizers, errors);
        }

        ResilienceOptionsValidator.ValidateRoute("Resilience", options.Resilience, options.Resilience, errors);
        CheckRoutes(options, errors);
        PolicyOptionsValidator.Validate(options, errors);
        if (options.Defaults.DefaultRoute is null)
        {
            errors.Add("Defaults:DefaultRoute is missing. Fix: name the route that the application takes without the router.");
        }
    }

    private static void CheckTokenizer(string name, TokenizerOptions tokenizer, IReadOnlyCollection<string> builtIn, List<string> errors)
    {
        if (builtIn.Contains(name, StringComparer.Ordinal))
        {
            errors.Add($"Tokenizers:{name} has the name of a built-in tokenizer. Fix: give the file another name.");
        }
        else if (string.IsNullOrEmpty(tokenizer.File))
        {
            errors.Add($"Tokenizers:{name} names no file. Fix: write the path of a SentencePiece .model or of a tokenizer.json.");
        }
        else if (!File.Exists(tokenizer.File))
        {
            errors.Add($"Tokenizers:{name} is '{tokenizer.File}', which does not exist. Fix: correct the path (a relative one starts at the application's content root; in the tool, at the folder of the settings file).");
        }
        else if (tokenizer.Reading is { } reading && TokenizerOptions.IsJson(tokenizer.File))
        {
            errors.Add($"Tokenizers:{name}:Reading is '{KebabNames<SentencePieceDialect>.Of(reading)}', but a tokenizer.json has one reading only. Fix: remove it, or give the model's SentencePiece .model file.");
        }
    }

    private static void CheckTokenizerName(RoutingOptions options, IReadOnlyCollection<string> builtIn, string path, string? tokenizer, List<string> errors)
    {
        if (tokenizer is not null && !builtIn.Contains(tokenizer, StringComparer.Ordinal) && !options.Tokenizers.ContainsKey(tokenizer))
        {
            errors.Add($"{path} is '{tokenizer}', which is neither built in ({string.Join(", ", builtIn)}) nor under Tokenizers. Fix: add Tokenizers:{tokenizer} with the path of its .model or tokenizer.json file.");
        }
    }

    private static void CheckModel(RoutingOptions options, IReadOnlyCollection<string> builtIn, string path, ModelOptions model, List<string> errors)
    {
        OptionChecks.Price($"{path}:InputPrice", model.InputPrice, errors);
        OptionChecks.Price($"{path}:CachedInputPrice", model.CachedInputPrice, errors);
        OptionChecks.Price($"{path}:CacheWritePrice", model.CacheWritePrice, errors);
        OptionChecks.Price($"{path}:OutputPrice", model.OutputPrice, errors);
        OptionChecks.Price($"{path}:ReasoningPrice", model.ReasoningPrice, errors);
        OptionChecks.Above(0, $"{path}:ContextWindow", model.ContextWindow, errors);
        OptionChecks.Above(0, $"{path}:MaxOutputTokens", model.MaxOutputTokens, errors);
        OptionChecks.Above(-1, $"{path}:ReasoningTokens", model.ReasoningTokens, errors);
        OptionChecks.Above(0, $"{path}:OutputTokensPerSecond", model.OutputTokensPerSecond, errors);
        OptionChecks.Duration($"{path}:FirstTokenLatency", model.FirstTokenLatency, errors);
        CheckTokenizerName(options, builtIn, $"{path}:Tokenizer", model.Tokenizer, errors);
        CheckTokenizerName(options, builtIn, $"{path}:BaseTokenizer", model.BaseTokenizer, errors);
        if (model.BaseTokenizer is not null && model.BaseTokenizer == model.Tokenizer)
        {
            errors.Add($"{path}:BaseTokenizer is '{model.BaseTokenizer}', the model's own tokenizer. Fix: name the one to compare with, or remove it.");
        }

        if (model.Quality is { Count: > 0 } quality)
        {
            if (model.QualitySource is null)
            {
                errors.Add($"{path}:Quality has figures without a source. Fix: name the benchmark in {path}:QualitySource.");
            }

            foreach (var (language, points) in quality.Where(pair => pair.Value is < 0 or > 100))
            {
                errors.Add(FormattableString.Invariant($"{path}:Quality:{language} is {points}. Fix: write points of 0 to 100."));
            }
        }
    }

    private static void CheckRoutes(RoutingOptions options, List<string> errors)
    {
        if (options.Routes.Count == 0)
        {
            errors.Add("Routes is empty. Fix: configure at least the direct route that the application takes today.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Routes.Count; i++)
        {
            var route = options.Routes[i];
            var path = route.Name is { } name ? $"Routes:{i} ('{name}')" : $"Routes:{i}";
            if (route.Name is null)
            {
                errors.Add($"{path}:Name is missing. Fix: name the route.");
            }
            else if (!names.Add(route.Name))
            {
                errors.Add($"{path}:Name is used twice. Fix: give each route its own name.");
            }

            if (route.Kind is null)
            {
                errors.Add($"{path}:Kind is missing. Fix: write direct, translated or adapted.");
            }

            OptionChecks.Reference($"{path}:Model", route.Model, options.Models.ContainsKey, "Models", required: true, errors);
            var translated = route.Kind == RouteKind.Translated;
            OptionChecks.Reference($"{path}:Translator", route.Translator, key => options.Models.ContainsKey(key) || options.Translators.ContainsKey(key), "Models or Translators", translated, errors);
            OptionChecks.OnlyFor(translated, $"{path}:Translator", route.Translator, "a translated route", errors);
            OptionChecks.OnlyFor(route.Kind == RouteKind.Direct, $"{path}:ReasonIn", route.ReasonIn, "a direct route", errors);
            OptionChecks.OnlyFor(route.Kind == RouteKind.Adapted, $"{path}:Adapter", route.Adapter, "an adapted route", errors);
            if (route.Resilience is { } resilience)
            {
                ResilienceOptionsValidator.ValidateRoute($"{path}:Resilience", resilience, options.Resilience, errors);
            }
        }
    }
}
