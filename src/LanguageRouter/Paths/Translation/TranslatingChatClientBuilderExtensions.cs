using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>Adds translation to a pipeline of chat clients.</summary>
public static class TranslatingChatClientBuilderExtensions
{
    /// <summary>Asks the inner client in its own language and translates both ways.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="translator">The translator.</param>
    /// <param name="configure">Changes the defaults.</param>
    /// <returns>The pipeline.</returns>
    public static ChatClientBuilder UseTranslation(this ChatClientBuilder builder, ITranslator translator, Action<TranslationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(translator);
        return builder.Use(inner =>
        {
            var options = new TranslationOptions();
            configure?.Invoke(options);
            return new TranslatingChatClient(inner, translator, options);
        });
    }
}
