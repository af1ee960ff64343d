using System.Globalization;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Trains the table that tells Japanese from Chinese in Han characters alone.</summary>
/// <remarks>Usage: train-han IPADIC-FOLDER JIEBA-DICTIONARY OPENCC-TEXT-FOLDER HELP-FOLDER JUMAN-FOLDER FREQUENT-WORDS OUTPUT. Logistic regression by AdaGrad on drawn strings; a fixed seed.</remarks>
internal static class HanTraining
{
    private const int Samples = 40_000_000;
    private const int StartSamples = 1_000_000;
    private const double StartShare = 0.9;
    private const float Rate = 0.3f;
    private const float CharacterLimit = 8;

    // Mostly short strings: long ones are decided by many characters anyway.
    private static readonly int[] Lengths = [1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 8];

    public static int Run(EvaluationOptions options)
    {
        if (options.Rest.Count != 7)
        {
            Console.Error.WriteLine("usage: train-han IPADIC-FOLDER JIEBA-DICTIONARY OPENCC-TEXT-FOLDER HELP-FOLDER JUMAN-FOLDER FREQUENT-WORDS OUTPUT");
            return 2;
        }

        var lexicon = HanLexicon.Read(options.Rest[0], options.Rest[1], options.Rest[2]);
        var terms = JapaneseTerms.Read(options.Rest[0], options.Rest[4], options.Rest[5]);
        Console.WriteLine($"words: nouns {lexicon.Nouns.Count}, names {lexicon.Names.Count}, simplified {lexicon.Simplified.Count}, known {terms.Known.Count}, frequent {terms.Frequent.Count}");
        var random = new Random(20260101);
        var samples = new HanSamples(lexicon, terms, Help(options, "ja", null), Help(options, "zh-CN", null), Help(options, "zh-TW", "zh-CN"), random);
        var weights = new float[HanModel.Characters + HanModel.Pairs + 1];
        StartCharacters(samples, random, weights);
        var squares = new float[weights.Length];
        var features = new List<int>();
        var loss = 0.0;
        for (var i = 1; i <= Samples; i++)
        {
            var japanese = random.Next(2) == 0;
            var text = samples.OfLength(Lengths[random.Next(Lengths.Length)], japanese);
            Features(text, features);
            var score = 0f;
            foreach (var feature in features)
            {
                score += weights[feature];
            }

            var probability = 1 / (1 + MathF.Exp(-score));
            var error = (japanese ? 1 : 0) - probability;
            loss -= Math.Log(Math.Max(1e-6, japanese ? probability : 1 - probability));

            // The rate falls linearly, so that the last draws do not shake the weights.
            var rate = Rate * (1f - ((float)i / Samples));
            foreach (var feature in features)
            {
                squares[feature] += error * error;
                weights[feature] += rate * error / MathF.Sqrt(squares[feature] + 1e-2f);
            }

            if (i % (Samples / 6) == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i} samples, loss {loss / (Samples / 6):F4}"));
                loss = 0;
            }
        }

        var table = HanModel.Write(weights[^1], Clip(weights.AsSpan(0, HanModel.Characters)), Scripts(lexicon, random), weights.AsSpan(HanModel.Characters, HanModel.Pairs));
        File.WriteAllBytes(options.Rest[6], table);
        Console.WriteLine($"{table.Length} bytes written");
        return 0;
    }

    // The simplified manual, converted, doubles the traditional text.
    private static WeightedWords Help(EvaluationOptions options, string language, string? converted)
    {
        List<(string Word, double Weight)> runs = [.. HanCorpus.Read(Path.Combine(options.Rest[3], language))];
        if (converted is not null)
        {
            var converter = TraditionalConverter.Read(options.Rest[2]);
            runs.AddRange(HanCorpus.Read(Path.Combine(options.Rest[3], converted)).Select(run => (converter.Convert(run.Word), run.Weight)));
        }

        Console.WriteLine($"runs in the {language} manual: {runs.Count}");
        return new WeightedWords(runs);
    }

    // From how much more often a character stands in one language: what is decisive for itself would otherwise get little weight, since its pairs decide the draws as well.
    private static void StartCharacters(HanSamples samples, Random random, float[] weights)
    {
        var counts = new[] { new double[HanModel.Characters], new double[HanModel.Characters] };
        for (var i = 0; i < StartSamples; i++)
        {
            Count(samples.OfLength(Lengths[random.Next(Lengths.Length)], i % 2 == 1), counts[i % 2]);
        }

        for (var c = 0; c < HanModel.Characters; c++)
        {
            weights[c] = (float)Math.Clamp(StartShare * Math.Log((counts[1][c] + 1) / (counts[0][c] + 1)), -CharacterLimit, CharacterLimit);
        }
    }

    private static void Features(string text, List<int> features)
    {
        features.Clear();
        features.Add(HanModel.Characters + HanModel.Pairs);
        var previous = HanModel.Edge;
        foreach (var c in text)
        {
            if (c >= HanModel.First && c < HanModel.First + HanModel.Characters)
            {
                features.Add(c - HanModel.First);
            }

            features.Add(HanModel.Characters + HanModel.Pair(previous, c));
            previous = c;
        }

        features.Add(HanModel.Characters + HanModel.Pair(previous, HanModel.Edge));
    }

    // Few weights are large; clipping them leaves finer steps for the rest.
    private static float[] Clip(ReadOnlySpan<float> weights)
    {
        var clipped = weights.ToArray();
        for (var i = 0; i < clipped.Length; i++)
        {
            clipped[i] = Math.Clamp(clipped[i], -CharacterLimit, CharacterLimit);
        }

        return clipped;
    }

    /// <summary>Log odds of each character in traditional against simplified text, of equal content.</summary>
    private static float[] Scripts(HanLexicon lexicon, Random random)
    {
        var simplified = new double[HanModel.Characters];
        var traditional = new double[HanModel.Characters];
        for (var i = 0; i < 2_000_000; i++)
        {
            Count(i % 4 == 0 ? lexicon.Simplified.DrawEvenly(random) : lexicon.Simplified.Draw(random), simplified);
            Count(i % 4 == 0 ? lexicon.Traditional.DrawEvenly(random) : lexicon.Traditional.Draw(random), traditional);
        }

        return [.. simplified.Zip(traditional, (s, t) => (float)Math.Clamp(Math.Log((t + 2) / (s + 2)), -6, 6)).Select(w => Math.Abs(w) < 0.5f ? 0 : w)];
    }

    private static void Count(string word, double[] counts)
    {
        foreach (var c in word)
        {
            if (c >= HanModel.First && c < HanModel.First + HanModel.Characters)
            {
                counts[c - HanModel.First]++;
            }
        }
    }
}
