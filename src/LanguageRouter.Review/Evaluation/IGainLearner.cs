namespace LanguageRouter.Review.Evaluation;

/// <summary>Learns from some prompts which of two routes is better by how much, and predicts it for others.</summary>
/// <remarks>Whatever a learner must choose for itself, it chooses on the prompts that it is given to learn from.</remarks>
internal interface IGainLearner
{
    /// <summary>The name that reports use.</summary>
    string Name { get; }

    /// <summary>Predicts the gain of prompts from the outcomes of others.</summary>
    /// <param name="sample">The outcomes; only those of the prompts to learn from are read.</param>
    /// <param name="learn">The indices of the prompts to learn from.</param>
    /// <param name="predict">The indices of the prompts to predict.</param>
    /// <returns>The predicted gains, in the order of <paramref name="predict"/>.</returns>
    double[] Predict(GainSample sample, int[] learn, int[] predict);
}
