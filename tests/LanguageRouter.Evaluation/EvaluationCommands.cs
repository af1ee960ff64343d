using LanguageRouter.Evaluation.Tokenizers;

namespace LanguageRouter.Evaluation;

/// <summary>The commands of this program, by name.</summary>
internal static class EvaluationCommands
{
    private static readonly Dictionary<string, Func<EvaluationOptions, int>> Commands = new(StringComparer.Ordinal)
    {
        ["signal-stages"] = Decisions.SignalStagesCommand.Run,
        ["choice-quality"] = Account.ChoiceQualityCommand.Run,
        ["choice-variants"] = Account.ChoiceVariantsCommand.Run,
        ["verdicts"] = Account.VerdictSimulation.Run,
        ["off-policy"] = Account.OffPolicySimulation.Run,
        ["decision-speed"] = Decisions.DecisionSpeedCommand.Run,
        ["character-weights"] = Tokens.CharacterWeightsCommand.Run,
        ["token-exact"] = Tokens.TokenExactCommand.Run,
        ["translation-fit"] = Tokens.TranslationFitCommand.Run,
        ["token-bounds"] = Tokens.TokenBoundsCommand.Run,
        ["token-fit"] = Tokens.TokenFitCommand.Run,
        ["token-speed"] = Tokens.TokenSpeedCommand.Run,
        ["fit-instructions"] = Languages.FitInstructionsCommand.Run,
        ["languages"] = Languages.LanguagesCommand.Run,
        ["tasks"] = Tasks.TasksCommand.Run,
        ["engine-ids"] = EngineIdsCommand.Run,
        ["normalization-table"] = NormalizationTableCommand.Run,
        ["llama-server"] = LlamaServerCommand.Run,
        ["encode-speed"] = EncodeSpeedCommand.Run,
        ["spm-trained-ids"] = TrainedModelsCommand.Run,
        ["tokenizer-json-ids"] = TokenizerJsonIdsCommand.Run,
        ["spm-ids"] = SentencePieceIdsCommand.Run,
        ["translation-numbers"] = Translation.NumberEvaluation.Run,
        ["translation-calls"] = Translation.CallsEvaluation.Run,
        ["translation-latency"] = Translation.LatencyEvaluation.Run,
        ["translation-speed"] = Translation.SpeedEvaluation.Run,
        ["translation-segmentation"] = Translation.SegmentationEvaluation.Run,
        ["translation-verification"] = Translation.VerificationEvaluation.Run,
        ["language-speed"] = Languages.LanguageSpeed.Run,
        ["folding-table"] = Languages.FoldingTableWriter.Run,
        ["han-both"] = Languages.HanBoth.Run,
        ["han-thresholds"] = Languages.HanThresholds.Run,
        ["han-odds"] = Languages.HanOdds.Run,
        ["train-han"] = Languages.HanTraining.Run,
        ["train-latin"] = Languages.LatinTraining.Run,
        ["policy-reloads"] = Policies.ReloadLoadCommand.Run,
        ["tenants"] = Policies.TenantsCommand.Run,
        ["faults"] = Resilience.FaultsCommand.Run,
        ["soak"] = Resilience.SoakCommand.Run,
        ["store-crash"] = Review.StoreCrashCommand.Run,
        ["store-scale"] = Review.StoreScaleCommand.Run,
        ["store-speed"] = Review.StoreSpeedCommand.Run,
        ["store-writer"] = Review.StoreWriterCommand.Run,
        ["tasks-speed"] = Tasks.TasksSpeedCommand.Run,
        ["train-tasks"] = Tasks.TrainTasksCommand.Run,
        ["tasks-blind"] = Tasks.BlindCommand.Run,
        ["budget-ledger"] = Budgets.BudgetLedgerCommand.Run,
        ["budget-redis"] = Budgets.BudgetRedisCommand.Run,
        ["budget-worker"] = Budgets.BudgetWorkerCommand.Run,
        ["stickiness"] = Stickiness.StickinessCommand.Run,
        ["redis-overhead"] = Budgets.RedisOverheadCommand.Run,
        ["redis-outage"] = Budgets.RedisOutageCommand.Run,
    };

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !Commands.TryGetValue(args[0], out var command))
        {
            Console.Error.WriteLine($"usage: <command> [--data FOLDER]; commands: {string.Join(", ", Commands.Keys)}");
            return 2;
        }

        return command(EvaluationOptions.Parse(args.AsSpan(1)));
    }
}
