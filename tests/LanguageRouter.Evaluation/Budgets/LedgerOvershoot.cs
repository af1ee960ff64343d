namespace LanguageRouter.Evaluation.Budgets;

/// <summary>How answers come out dearer than what was held back for them.</summary>
public enum LedgerOvershoot
{
    /// <summary>None does.</summary>
    None,

    /// <summary>One in ten, by a fifth of its reservation.</summary>
    Some,

    /// <summary>One in ten, by a fifth at least, with a heavy tail: the dearest cost twenty times their reservation.</summary>
    Heavy,

    /// <summary>Every one costs twice its reservation.</summary>
    Twice,
}
