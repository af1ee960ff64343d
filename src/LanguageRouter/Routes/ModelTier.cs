namespace LanguageRouter.Routes;

/// <summary>How strong a model is, as far as published quality gaps between languages depend on it.</summary>
public enum ModelTier
{
    /// <summary>Not stated: quality priors take the smaller gain of the two tiers.</summary>
    Unspecified,

    /// <summary>A small, mini or local model, whose Japanese is clearly behind its English.</summary>
    Small,

    /// <summary>A frontier model, whose Japanese is within a few points of its English.</summary>
    Frontier,
}
