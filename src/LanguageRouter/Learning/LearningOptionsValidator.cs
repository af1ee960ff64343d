namespace LanguageRouter.Learning;

/// <summary>Checks what the section <c>Learning</c> of a policy means, and collects every mistake with its path and its fix.</summary>
internal static class LearningOptionsValidator
{
    public static void Validate(string path, LearningOptions learning, List<string> errors)
    {
        if (learning.HalfLife <= TimeSpan.Zero)
        {
            errors.Add($"{path}:HalfLife is {learning.HalfLife:c}. Fix: write a duration above 0, such as 30.00:00:00.");
        }

        Share(nameof(learning.ExplorationShare), learning.ExplorationShare);
        Share(nameof(learning.ShadowShare), learning.ShadowShare);

        void Share(string name, double? share)
        {
            if (share is { } value && value is not (>= 0 and <= 1))
            {
                errors.Add(FormattableString.Invariant($"{path}:{name} is {value}. Fix: write the share of requests, 0 to 1."));
            }
        }
    }
}
