using System.Diagnostics;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>
/// Trains small SentencePiece models of the kinds that the two reference models are not (BPE, normalization rules,
/// user-defined pieces, suffix marks) with SentencePiece's own <c>spm_train</c>, and compares ids on each:
/// <c>spm-trained-ids [--generated N]</c>.
/// </summary>
internal static class TrainedModelsCommand
{
    private static readonly (string Name, string[] Arguments)[] Kinds =
    [
        ("Unigram, nmt_nfkc", ["--model_type=unigram", "--normalization_rule_name=nmt_nfkc"]),
        ("Unigram, user-defined and control pieces, bytes", ["--model_type=unigram", "--user_defined_symbols=<|im_end|>,です,ﾊﾝｶｸ,[INST]", "--control_symbols=<mask>", "--byte_fallback=true"]),
        ("Unigram, suffix mark, no prefix", ["--model_type=unigram", "--treat_whitespace_as_suffix=true", "--add_dummy_prefix=false", "--character_coverage=0.98"]),
        ("BPE, bytes, identity, spaces kept", ["--model_type=bpe", "--byte_fallback=true", "--normalization_rule_name=identity", "--remove_extra_whitespaces=false", "--character_coverage=0.995"]),
        ("BPE, nmt_nfkc_cf", ["--model_type=bpe", "--normalization_rule_name=nmt_nfkc_cf", "--character_coverage=0.99"]),
        ("BPE, nfkc, user-defined pieces, suffix mark", ["--model_type=bpe", "--normalization_rule_name=nfkc", "--user_defined_symbols=<|im_end|>,です,ﾊﾝｶｸ,[INST]", "--byte_fallback=true", "--treat_whitespace_as_suffix=true"]),
        ("BPE, digits apart, across spaces", ["--model_type=bpe", "--split_digits=true", "--byte_fallback=true", "--max_sentencepiece_length=32", "--split_by_whitespace=false"]),
    ];

    public static int Run(EvaluationOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("spm");
        var input = Path.Combine(folder.FullName, "input.txt");
        File.WriteAllLines(input, ReferenceTexts.Read(options.DataFolder).SelectMany(text => text.Split('\n')).Where(line => line.Length is > 0 and < 1000).Where((_, index) => index % 4 == 0));
        var failed = 0;
        foreach (var (name, arguments) in Kinds)
        {
            Console.WriteLine(name);
            var prefix = Path.Combine(folder.FullName, "model");
            using (var process = Process.Start(new ProcessStartInfo("spm_train", [$"--input={input}", $"--model_prefix={prefix}", "--vocab_size=9000", "--minloglevel=1", .. arguments]))!)
            {
                process.WaitForExit();
            }

            failed += SentencePieceIdsCommand.Run(options with { Rest = ["--model", prefix + ".model", .. options.Rest] });
        }

        folder.Delete(recursive: true);
        return failed;
    }
}
