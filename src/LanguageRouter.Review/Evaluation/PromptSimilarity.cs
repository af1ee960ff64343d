using System.Runtime.InteropServices;

namespace LanguageRouter.Review.Evaluation;

/// <summary>How alike prompts are worded: the cosine of their character unigrams and bigrams, weighted by how rare they are.</summary>
/// <remarks>Only the first and the last 80 characters count, where instructions stand. Works for any language without a dictionary.</remarks>
internal static class PromptSimilarity
{
    private const int Window = 80;

    public static double[][] Of(IReadOnlyList<string> prompts)
    {
        var counts = prompts.Select(Count).ToArray();
        var documents = new Dictionary<(char, char), int>();
        foreach (var gram in counts.SelectMany(count => count.Keys))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(documents, gram, out _)++;
        }

        var vectors = counts.Select(count => Weigh(count, documents, prompts.Count)).ToArray();
        var similarity = new double[prompts.Count][];
        for (var i = 0; i < similarity.Length; i++)
        {
            similarity[i] = new double[prompts.Count];
            for (var k = 0; k <= i; k++)
            {
                similarity[i][k] = similarity[k][i] = Dot(vectors[i], vectors[k]);
            }
        }

        return similarity;
    }

    private static Dictionary<(char, char), int> Count(string prompt)
    {
        var grams = new Dictionary<(char, char), int>();
        if (prompt.Length <= 2 * Window)
        {
            Count(prompt, grams);
        }
        else
        {
            Count(prompt.AsSpan(0, Window), grams);
            Count(prompt.AsSpan(prompt.Length - Window), grams);
        }

        return grams;
    }

    private static void Count(ReadOnlySpan<char> text, Dictionary<(char, char), int> grams)
    {
        for (var i = 0; i < text.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(grams, (text[i], '\0'), out _)++;
            if (i + 1 < text.Length)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(grams, (text[i], text[i + 1]), out _)++;
            }
        }
    }

    private static Dictionary<(char, char), double> Weigh(Dictionary<(char, char), int> count, Dictionary<(char, char), int> documents, int total)
    {
        var weights = count
            .Where(pair => documents[pair.Key] >= 2)
            .ToDictionary(pair => pair.Key, pair => (1 + Math.Log(pair.Value)) * Math.Log((double)total / documents[pair.Key]));
        var norm = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return norm <= 0 ? weights : weights.ToDictionary(pair => pair.Key, pair => pair.Value / norm);
    }

    private static double Dot(Dictionary<(char, char), double> left, Dictionary<(char, char), double> right)
    {
        var (small, large) = left.Count < right.Count ? (left, right) : (right, left);
        double sum = 0;
        foreach (var (gram, weight) in small)
        {
            if (large.TryGetValue(gram, out var other))
            {
                sum += weight * other;
            }
        }

        return sum;
    }
}
