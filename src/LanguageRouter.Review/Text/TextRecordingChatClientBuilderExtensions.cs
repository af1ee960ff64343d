using LanguageRouter.Review;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.AI;

/// <summary>Adds the keeping of texts to a chat client.</summary>
public static class TextRecordingChatClientBuilderExtensions
{
    /// <summary>Keeps the prompts and answers of the tenants in <see cref="RecordStoreOptions.KeepTextOf"/>, redacted; to be added outside the router.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <remarks>Without it, or with an empty list, no text is kept anywhere. <c>AddLanguageRouterReview</c> must be registered.</remarks>
    public static ChatClientBuilder UseRoutingTextRecording(this ChatClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) => new TextRecordingChatClient(
            inner,
            services.GetRequiredService<RecordStoreSink>(),
            services.GetRequiredService<RecordStoreOptions>(),
            services.GetRequiredService<ITextRedactor>(),
            services.GetRequiredService<TimeProvider>()));
    }
}
