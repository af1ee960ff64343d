using LanguageRouter.Signals;

namespace LanguageRouter.Paths.Translation.Contract;

/// <summary>Reads the politeness in which a Japanese user wants to be answered.</summary>
/// <remarks>A style that is asked for by name is used; otherwise answers are polite, as Japanese assistants answer (judgement).</remarks>
internal static class RegisterWish
{
    private static readonly string[] Plain = ["である調", "だ・である", "だである調", "常体", "タメ口", "ため口", "カジュアルに", "フランクに", "友達口調", "砕けた"];
    private static readonly string[] Honorific = ["敬語で", "丁寧な敬語", "ビジネス敬語", "尊敬語", "謙譲語", "最上級の敬語", "敬語を使"];

    public static Register Find(string text)
    {
        if (Plain.Any(p => text.Contains(p, StringComparison.Ordinal)))
        {
            return Register.Plain;
        }

        return Honorific.Any(p => text.Contains(p, StringComparison.Ordinal)) ? Register.Honorific : Register.Polite;
    }
}
