// Measures the library on the reference data, and trains the small tables that it ships.
// Usage: dotnet run -c Release --project tests/LanguageRouter.Evaluation -- <command> [--data ../shared/data]
using LanguageRouter.Evaluation;

return EvaluationCommands.Run(args);
