namespace LanguageRouter.Tool.Input;

/// <summary>Where an input line has its text and its identifier.</summary>
/// <param name="Text">The field with the text, or <see langword="null"/> for the first that is there of <see cref="DefaultTexts"/>.</param>
/// <param name="Id">The field with the identifier, or <see langword="null"/> for <c>id</c>.</param>
internal sealed record InputFields(string? Text = null, string? Id = null)
{
    public const string DefaultId = "id";

    public static readonly IReadOnlyList<string> DefaultTexts = ["prompt", "messages", "text"];
}
