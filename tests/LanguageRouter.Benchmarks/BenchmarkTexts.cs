using System.Text;
using System.Text.Json;

namespace LanguageRouter.Benchmarks;

/// <summary>Real Japanese text of a wanted length: from the reference data where it is at hand, else a text of our own.</summary>
internal static class BenchmarkTexts
{
    private const string Own =
        "図書館の予約システムを新しくする計画について、来週の会議までに意見をまとめたいと思います。現在の仕組みでは、利用者が本を予約すると受付の担当者が手作業で確認し、電話で連絡しています。" +
        "この方法は丁寧ですが、一日に百件を超えると間に合いません。そこで、予約から通知までを自動にし、担当者は例外だけを見る形に変えたいのです。費用、期間、失敗したときの戻し方の三つを比べて、もっともよい案を選んでください。";

    public static string Japanese(int characters)
    {
        var text = new StringBuilder();
        foreach (var sentence in Sentences())
        {
            text.Append(sentence);
            if (text.Length >= characters)
            {
                break;
            }
        }

        while (text.Length < characters)
        {
            text.Append(Own);
        }

        return text.ToString(0, characters);
    }

    private static IEnumerable<string> Sentences()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        var file = folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "data", "ja-en-parallel", "flores-devtest.jsonl");
        return file is null || !File.Exists(file) ? [] : File.ReadLines(file).Select(Read);
    }

    private static string Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("ja").GetString()!;
    }
}
