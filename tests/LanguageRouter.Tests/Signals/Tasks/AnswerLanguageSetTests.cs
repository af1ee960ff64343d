using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Tests.Signals.Tasks;

public class AnswerLanguageSetTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in ProtectiveRows.Lines("answer-language.tsv").Select(line => line.Split('\t')))
            {
                rows.Add(row[0], row[1]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void AWishIsFoundAndAMentionIsNot(string expected, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Assert.Equal(expected, AnswerLanguageDetector.Detect(text.Replace("\\n", "\n", StringComparison.Ordinal)) ?? "-");
    }
}
