using LanguageRouter.Paths.Translation;
using LanguageRouter.Signals;

namespace LanguageRouter.Policies;

/// <summary>Reads the section <c>Translation</c> of a policy.</summary>
internal static class TranslationPolicyReader
{
    public const string Section = "Translation";

    public static TranslationPolicyOptions? Read(ConfigurationReader policy)
    {
        var translation = policy.Child(Section);
        if (!translation.Exists)
        {
            return null;
        }

        var options = new TranslationPolicyOptions
        {
            Glossary = translation.HasKey("Glossary") ? [.. translation.Children("Glossary").Select(ReadTerm)] : null,
            NeverTranslate = translation.Texts("NeverTranslate"),
            Tools = translation.HasKey("Tools") ? translation.Children("Tools").ToDictionary(tool => tool.Key, ReadTool, StringComparer.Ordinal) : null,
            JsonAnswers = translation.Flag("JsonAnswers"),
            Register = translation.Choice<Register>("Register"),
            FollowUserStyle = translation.Flag("FollowUserStyle"),
            MinimumSample = translation.Integer("MinimumSample"),
            HighestFailureRate = translation.Real("HighestFailureRate"),
            Pause = translation.Duration("Pause"),
        };
        translation.RejectUnknownKeys();
        return options;
    }

    private static GlossaryTermOptions ReadTerm(ConfigurationReader term)
    {
        var options = new GlossaryTermOptions { Source = term.Text("Source"), Target = term.Text("Target"), Direction = term.Choice<GlossaryDirection>("Direction") };
        term.RejectUnknownKeys();
        return options;
    }

    private static ToolTextOptions ReadTool(ConfigurationReader tool)
    {
        var options = new ToolTextOptions { Arguments = tool.Texts("Arguments"), Results = tool.Texts("Results") };
        tool.RejectUnknownKeys();
        return options;
    }
}
