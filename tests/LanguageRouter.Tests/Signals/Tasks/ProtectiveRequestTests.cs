using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Tests.Signals.Tasks;

public class ProtectiveRequestTests
{
    // What is reached today; the aim is 0.98 for each. A change may raise these figures, never lower them.
    [Theory]
    [InlineData("development", TaskKind.Translation, 0.95)]
    [InlineData("development", TaskKind.Rewriting, 0.97)]
    [InlineData("development", TaskKind.Wordplay, 0.95)]
    [InlineData("evaluation", TaskKind.Translation, 0.97)]
    [InlineData("evaluation", TaskKind.Rewriting, 0.98)]
    [InlineData("evaluation", TaskKind.Wordplay, 0.92)]
    public void RequestsWhoseWordingIsTheObjectAreRecognised(string half, TaskKind kind, double reached)
    {
        var rows = ProtectiveRows.Read(half).Where(row => row.Kind == kind.ToString()).ToList();
        var found = rows.Count(row => TaskKindClassifier.Classify(row.Text, default).Kind == kind);

        Assert.True(found >= reached * rows.Count, $"{found} of {rows.Count}");
    }

    [Theory]
    [InlineData("development", 0.02)]
    [InlineData("evaluation", 0.075)]
    public void MentionsAreNotTakenForRequests(string half, double reached)
    {
        var rows = ProtectiveRows.Read(half).Where(row => row.Kind == "None").ToList();
        var found = rows.Count(row => TaskKindClassifier.Classify(row.Text, default).Kind is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay);

        Assert.True(found <= reached * rows.Count, $"{found} of {rows.Count}");
    }

    [Theory]
    [InlineData("次の小説の一節を要約して、英訳してください。", TaskKind.Translation)]
    [InlineData("このコードのコメントを英訳して", TaskKind.Translation)]
    [InlineData("次のメールを分類する前に、敬語に直してください。", TaskKind.Rewriting)]
    [InlineData("江戸時代を題材に俳句を詠んでください", TaskKind.Wordplay)]
    [InlineData("織田信長の「信長」の読み方を教えてください", TaskKind.Readings)]
    public void AProtectiveKindWinsOverAWeakerOne(string text, TaskKind expected) =>
        Assert.Equal(expected, TaskKindClassifier.Classify(text, default).Kind);
}
