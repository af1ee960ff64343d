namespace LanguageRouter.Learning;

/// <summary>Represents what a wording file says of one model over all its prompts.</summary>
/// <param name="Name">The model's name in the configuration.</param>
/// <param name="Points">The mean quality, in points of 0 to 100.</param>
/// <param name="Error">The standard error of a prediction, in points.</param>
/// <param name="Explained">The share of the model's differences from prompt to prompt that predictions of left-out prompts explain; 0 or below for none.</param>
public sealed record WordingModel(string Name, double Points, double Error, double Explained);
