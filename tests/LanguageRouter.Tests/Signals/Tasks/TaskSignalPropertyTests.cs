using System.Text;
using CsCheck;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Tests.Signals.Tasks;

public class TaskSignalPropertyTests
{
    private static readonly string[] Samples = [.. ProtectiveRows.Read("development").Concat(ProtectiveRows.Read("evaluation")).Select(row => row.Text)];

    public static TheoryData<string, Func<string, string>> Variants => new()
    {
        { "trailing full stop", text => text + "。" },
        { "trailing spaces", text => text + "  \u3000\n" },
        { "leading spaces", text => "\u3000 " + text },
        { "full width ASCII", FullWidth },
        { "half width katakana", HalfWidthKatakana },
        { "spaces beside Japanese", text => text.Replace("を", " を ", StringComparison.Ordinal).Replace("は", "は\u3000", StringComparison.Ordinal) },
        { "upper case", text => text.ToUpperInvariant() },
        { "decomposed marks", text => text.Replace("が", "か\u3099", StringComparison.Ordinal).Replace("ダ", "タ\u3099", StringComparison.Ordinal).Replace("パ", "ハ\u309A", StringComparison.Ordinal) },
        { "Windows line breaks", text => text.Replace("\n", "\r\n", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Variants), DisableDiscoveryEnumeration = true)]
    public void WidthSpacesAndClosingMarksNeverFlipAResult(string name, Func<string, string> vary)
    {
        ArgumentNullException.ThrowIfNull(vary);
        foreach (var text in Samples)
        {
            var variant = vary(text);
            Assert.True(TaskKindClassifier.Classify(text, default) == TaskKindClassifier.Classify(variant, default), $"{name}, kind: {text}");
            Assert.True(AnswerLanguageDetector.Detect(text) == AnswerLanguageDetector.Detect(variant), $"{name}, language: {text}");
            Assert.True(RegisterDetector.Detect(text) == RegisterDetector.Detect(variant), $"{name}, register: {text}");
        }
    }

    [Fact]
    public void AnyTextHasAResult()
    {
        var character = Gen.OneOf(Gen.Char['\u0000', '\uFFFF'], Gen.Char[' ', '~'], Gen.Char['ぁ', 'ん'], Gen.Char['\uD800', '\uDFFF'], Gen.Int[0, 9].Select(i => "「」\"\n。?1A)."[i]));
        character.Array[0, 300].Sample(
            characters =>
            {
                var text = new string(characters);
                var finding = TaskKindClassifier.Classify(text, new TaskContext(HasCode: text.Length % 2 == 0));
                return finding.Confidence is >= 0 and <= 1
                    && finding.Evidence.Length > 0
                    && finding == TaskKindClassifier.Classify(text, new TaskContext(HasCode: text.Length % 2 == 0))
                    && RegisterDetector.Detect(text) == RegisterDetector.Detect(text)
                    && AnswerLanguageDetector.Detect(text) == AnswerLanguageDetector.Detect(text);
            },
            iter: 20_000);
    }

    [Fact]
    public void WhatStandsBetweenTheWindowsIsNotRead()
    {
        var head = "次の文章を要約してください。\n" + new string('あ', InstructionText.Window);
        var tail = new string('い', InstructionText.Window);
        var plain = head + new string('う', 50_000) + tail;
        var loud = head + string.Concat(Enumerable.Repeat("英訳してください。", 5_000)) + tail;

        Assert.Equal("keyword:要約", TaskKindClassifier.Classify(plain, default).Evidence);
        Assert.Equal(TaskKindClassifier.Classify(plain, default), TaskKindClassifier.Classify(loud, default));
    }

    [Fact]
    public void AResultAllocatesNothing()
    {
        var texts = Samples.Take(50).ToArray();
        Run(texts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(texts);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            _ = TaskKindClassifier.Classify(texts[i], default);
            _ = AnswerLanguageDetector.Detect(texts[i]);
            _ = RegisterDetector.Detect(texts[i]);
        }
    }

    private static string FullWidth(string text)
    {
        // A line break stays; everything else that has a full width form takes it.
        var wide = new StringBuilder();
        foreach (var c in text)
        {
            wide.Append(c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c == ' ' ? '\u3000' : c);
        }

        return wide.ToString();
    }

    private static string HalfWidthKatakana(string text)
    {
        const string Wide = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
        const string Narrow = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
        var half = new StringBuilder();
        foreach (var c in text)
        {
            var at = Wide.IndexOf(c, StringComparison.Ordinal);
            half.Append(at < 0 ? c : Narrow[at]);
        }

        return half.ToString();
    }
}
