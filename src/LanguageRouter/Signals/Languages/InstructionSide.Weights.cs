namespace LanguageRouter.Signals.Languages;

/// <content>The weights, fitted by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights => new float[Features];
}
