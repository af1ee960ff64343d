using LanguageRouter.Policies;

namespace LanguageRouter.Learning;

/// <summary>Reads the section <c>Learning</c> of a policy.</summary>
internal static class LearningOptionsReader
{
    /// <summary>Reads the section; null where there is none. Relative paths start at the folder.</summary>
    public static LearningOptions? Read(ConfigurationReader policy, string folder)
    {
        var learning = policy.Child("Learning");
        if (!learning.Exists)
        {
            return null;
        }

        var options = new LearningOptions
        {
            HalfLife = learning.Duration("HalfLife"),
            ExplorationShare = learning.Real("ExplorationShare"),
            ShadowShare = learning.Real("ShadowShare"),
            Wording = learning.Text("Wording") is { } file and not LearningOptions.NoWording ? Path.GetFullPath(file, folder) : learning.Text("Wording"),
        };
        learning.RejectUnknownKeys();
        return options;
    }
}
