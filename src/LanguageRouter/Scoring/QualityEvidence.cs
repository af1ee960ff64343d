namespace LanguageRouter.Scoring;

/// <summary>Where an estimate of quality comes from.</summary>
public enum QualityEvidence
{
    /// <summary>The route is the one that all others are compared with: 0 points by definition.</summary>
    Reference,

    /// <summary>A published measurement on other models and data than the application's.</summary>
    Published,

    /// <summary>The authors' judgement, without a measurement.</summary>
    Judgement,

    /// <summary>The configuration's own figures for the models.</summary>
    Configured,

    /// <summary>A prediction by the wording of the request, learnt from an outcome table.</summary>
    Predicted,

    /// <summary>The application's own observations.</summary>
    Measured,

    /// <summary>Nothing is known: the points say 0 and mean it not.</summary>
    Unmeasured,
}
