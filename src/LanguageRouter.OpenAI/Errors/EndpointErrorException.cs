using System.ClientModel;
using LanguageRouter.Execution;

namespace LanguageRouter.OpenAI.Errors;

/// <summary>An error of an endpoint that came under status 200.</summary>
internal sealed class EndpointErrorException : ClientResultException
{
    public EndpointErrorException(RouteErrorClass errorClass, string message, Exception? innerException = null)
        : base(message, response: null, innerException) => ErrorClass = errorClass;

    /// <remarks>The code and the type are words of the endpoint; what it says for people is left out: servers repeat the request there.</remarks>
    public EndpointErrorException(ProviderError error, string message)
        : base(error.Word is { } word ? $"{message} Its code is {word}." : message)
    {
        Status = error.Status ?? 0;
        ErrorClass = OpenAIErrorClassifier.Classify(error.Status ?? 500, error);
    }

    public RouteErrorClass ErrorClass { get; }
}
