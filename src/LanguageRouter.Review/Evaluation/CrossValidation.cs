namespace LanguageRouter.Review.Evaluation;

/// <summary>Predicts every prompt's gain from the other folds.</summary>
internal static class CrossValidation
{
    public static double[] Predict(IGainLearner learner, GainSample sample, int folds, int seed)
    {
        var gains = sample.Gains;
        var fold = Folds(gains.Length, folds, seed);
        var predictions = new double[gains.Length];
        for (var held = 0; held < folds; held++)
        {
            var predict = Enumerable.Range(0, gains.Length).Where(i => fold[i] == held).ToArray();
            var learn = Enumerable.Range(0, gains.Length).Where(i => fold[i] != held).ToArray();
            if (predict.Length == 0 || learn.Length == 0)
            {
                continue;
            }

            var predicted = learner.Predict(sample, learn, predict);
            for (var k = 0; k < predict.Length; k++)
            {
                predictions[predict[k]] = predicted[k];
            }
        }

        return predictions;
    }

    private static int[] Folds(int count, int folds, int seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(order);
        var fold = new int[count];
        for (var i = 0; i < count; i++)
        {
            fold[order[i]] = i % folds;
        }

        return fold;
    }
}
