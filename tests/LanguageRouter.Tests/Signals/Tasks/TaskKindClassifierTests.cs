using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Tests.Signals.Tasks;

public class TaskKindClassifierTests
{
    [Theory]
    [InlineData("次の文章を要約してください。\n裁判所は憲法に照らして法律を審査する。", TaskKind.Summarization)]
    [InlineData("この文を英訳してください。", TaskKind.Translation)]
    [InlineData("Translate the following into Japanese: Good morning.", TaskKind.Translation)]
    [InlineData("次の文を敬語に直して：明日行く", TaskKind.Rewriting)]
    [InlineData("「翻訳してください」を敬語に直して", TaskKind.Rewriting)]
    [InlineData("秋の夜をテーマに俳句を一句お願いします", TaskKind.Wordplay)]
    [InlineData("「生憎」の読み方を教えて", TaskKind.Readings)]
    [InlineData("りんごが12個あります。5個食べて、3個もらいました。残りは何個ですか？", TaskKind.Math)]
    [InlineData("Pythonでフィボナッチ数を返す関数を書いて", TaskKind.Code)]
    [InlineData("カエサルが暗殺されたのは何年ですか", TaskKind.Entity)]
    [InlineData("パエリアとは何ですか？", TaskKind.WorldKnowledge)]
    [InlineData("江戸時代の参勤交代について説明してください", TaskKind.Culture)]
    [InlineData("こんにちは！", TaskKind.SmallTalk)]
    [InlineData("次のレビューをポジティブかネガティブに分類してください。", TaskKind.Classification)]
    [InlineData("以下の記事から日付をすべて抽出してください。", TaskKind.Extraction)]
    [InlineData("クマが旅に出る短い物語を書いて", TaskKind.Creative)]
    public void TellsWhatIsAskedFor(string text, TaskKind expected) =>
        Assert.Equal(expected, TaskKindClassifier.Classify(text, default).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("   。\n")]
    [InlineData("asdf qwer")]
    [InlineData("\uD800\uDC00\uD800")]
    public void SaysUnknownWithoutEvidence(string text) =>
        Assert.Equal(TaskFinding.None, TaskKindClassifier.Classify(text, default));

    [Fact]
    public void EvidenceIsACodeOfTheTables() =>
        Assert.Equal("keyword:要約", TaskKindClassifier.Classify("この秘密の文書を要約して", default).Evidence);
}
