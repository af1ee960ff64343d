using System.Globalization;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Trains the table of letter triples that tells the languages of the Latin script apart.</summary>
/// <remarks>Usage: train-latin CLDR-ANNOTATIONS ENGLISH-WORDS IPADIC-FOLDER OUTPUT. Softmax regression by AdaGrad; a fixed seed.</remarks>
internal static class LatinTraining
{
    private const int Samples = 2_500_000;
    private const float Rate = 0.15f;
    private const float Decay = 1e-4f;

    public static int Run(EvaluationOptions options)
    {
        if (options.Rest.Count != 4)
        {
            Console.Error.WriteLine("usage: train-latin CLDR-ANNOTATIONS ENGLISH-WORDS IPADIC-FOLDER OUTPUT");
            return 2;
        }

        var random = new Random(20260102);
        var samples = new LatinSamples(options.Rest[0], options.Rest[1], options.Rest[2], random);

        // English and romaji are drawn more often: they are the verdicts that routes depend on.
        int[] classes = [.. samples.Classes, 0, 0, 0, LatinModel.Romaji, LatinModel.Romaji, LatinModel.Other, LatinModel.Other];
        var trained = samples.Classes.ToArray();
        var weights = new float[LatinModel.Triples * LatinModel.Classes];
        var squares = new float[weights.Length];
        var triples = new List<int>();
        var scores = new float[LatinModel.Classes];
        var loss = 0.0;
        for (var i = 1; i <= Samples; i++)
        {
            var language = classes[random.Next(classes.Length)];
            LatinTally.List(samples.Draw(language), triples);
            Array.Clear(scores);
            foreach (var triple in triples)
            {
                foreach (var c in trained)
                {
                    scores[c] += weights[(triple * LatinModel.Classes) + c];
                }
            }

            var largest = trained.Max(c => scores[c]);
            var sum = trained.Sum(c => MathF.Exp(scores[c] - largest));
            loss -= scores[language] - largest - Math.Log(sum);
            var rate = Rate * (1f - ((float)i / Samples));
            foreach (var c in trained)
            {
                var error = (c == language ? 1 : 0) - (MathF.Exp(scores[c] - largest) / sum);
                if (Math.Abs(error) < 1e-3f)
                {
                    continue;
                }

                foreach (var triple in triples)
                {
                    var at = (triple * LatinModel.Classes) + c;
                    var gradient = error - (Decay * weights[at]);
                    squares[at] += gradient * gradient;
                    weights[at] += rate * gradient / MathF.Sqrt(squares[at] + 1e-2f);
                }
            }

            if (i % (Samples / 5) == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i} samples, loss {loss / (Samples / 5):F4}"));
                loss = 0;
            }
        }

        var table = LatinModel.Write(weights);
        File.WriteAllBytes(options.Rest[3], table);
        Console.WriteLine($"{table.Length} bytes written");
        return 0;
    }
}
