namespace LanguageRouter.Signals.Tasks;

/// <summary>What the other signals already know of a request, for the classification of its task.</summary>
/// <param name="HasCode">Whether the turn holds code (a fence, or text recognised as code).</param>
/// <param name="CodeHasJapanese">Whether that code holds Japanese characters anywhere.</param>
/// <param name="HasJson">Whether the turn holds JSON.</param>
/// <param name="Turns">The number of user turns so far, this one included; 0 where unknown.</param>
/// <remarks>The default value means: nothing is known. The language of the turn is not needed: the phrases decide by themselves.</remarks>
internal readonly record struct TaskContext(bool HasCode = false, bool CodeHasJapanese = false, bool HasJson = false, int Turns = 0);
