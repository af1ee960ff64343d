namespace LanguageRouter.Signals.Tasks;

/// <summary>Which parts in one sentence make a request about wording.</summary>
/// <param name="Cue">What is asked for.</param>
/// <param name="All">Parts that must all be there.</param>
/// <param name="Any">Parts of which one must be there; none for no such condition.</param>
/// <param name="Without">Parts that must not be there.</param>
/// <param name="Weight">How strong the rule is (judgement).</param>
/// <param name="Evidence">The code that a finding shows.</param>
internal readonly record struct WordingRule(Cue Cue, Part All, Part Any, Part Without, int Weight, string Evidence)
{
    /// <summary>Says whether the parts of a sentence satisfy the rule.</summary>
    /// <param name="parts">The parts found.</param>
    public bool Holds(Part parts) => (parts & All) == All && (Any == Part.None || (parts & Any) != 0) && (parts & Without) == 0;
}
