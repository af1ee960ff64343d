namespace LanguageRouter.Paths.Translation;

/// <summary>Names in a leg why the model did not answer.</summary>
internal static class AnswerFailure
{
    public const string Cancelled = "cancelled";
    public const string ModelError = "model_error";

    public static string Of(Exception exception) => exception is OperationCanceledException ? Cancelled : ModelError;
}
