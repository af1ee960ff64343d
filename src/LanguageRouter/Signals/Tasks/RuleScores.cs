namespace LanguageRouter.Signals.Tasks;

/// <summary>The strongest rule about wording that held in a turn.</summary>
internal struct RuleScores
{
    /// <summary>Its index in <see cref="WordingRules.All"/>; meaningless where the strength is 0.</summary>
    public int Rule { get; private set; }

    /// <summary>Its strength.</summary>
    public int Strength { get; private set; }

    /// <summary>Keeps a rule if it is stronger than the one kept.</summary>
    /// <param name="rule">Its index.</param>
    /// <param name="strength">Its strength.</param>
    public void Offer(int rule, int strength)
    {
        if (strength > Strength)
        {
            (Rule, Strength) = (rule, strength);
        }
    }
}
