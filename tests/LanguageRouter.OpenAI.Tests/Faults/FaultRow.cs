namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>The four outcomes of one fault.</summary>
internal sealed record FaultRow(Fault Fault, FaultOutcome Whole, FaultOutcome WholeWithSecond, FaultOutcome Streamed, FaultOutcome StreamedWithSecond)
{
    public IEnumerable<(string Case, FaultOutcome Outcome)> Outcomes =>
        [("whole", Whole), ("whole, second route", WholeWithSecond), ("streamed", Streamed), ("streamed, second route", StreamedWithSecond)];
}
