namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Requests about politeness, style and letters that one phrase shows; the rest are joined by <see cref="WordingRules"/>.</summary>
internal static class RewritingPhrases
{
    public static readonly PhraseGroup[] Groups =
    [
        new(Cue.Rewriting, PhraseUse.Asked, 96, 0, "敬語変換|敬語への変換|敬語への書き換え|敬語チェック|敬語のチェック|敬語の確認|敬語の添削|敬語表現への変換|敬語の修正"),
        new(Cue.Rewriting, PhraseUse.Anywhere, 90, 0,
            "敬語で言うと|敬語だと|敬語でどう|敬語でなんて|敬語で何|敬語ではどう|敬語として正しい|正しい敬語に|適切な敬語に|敬語に直すと|敬語にすると|丁寧に言うと|丁寧な言い方を|丁寧な言い方は|失礼のない言い方|失礼にならない言い方|失礼でない言い方|目上の人に使える|目上の方に使える|二重敬語になってい|言い換えると?|言い換えるとどう|言い換えられますか|別の言い方で|別の言い方を|他の言い方を|他の言い方は|尊敬語は?|謙譲語は?|尊敬語を使って|謙譲語を使って"),
        new(Cue.Rewriting, PhraseUse.Anywhere, 88, 0,
            "into keigo|in keigo|use keigo|using keigo|to keigo|proper keigo|correct keigo|keigo version|keigo form|this keigo|in honorific japanese|in polite japanese|in humble form|to humble form|more politely|more polite way|more formally|sound more polite|sound more professional|sound more formal|sound friendlier|sound more natural|sounds rude|sound rude|write an email|write a polite email|write a letter|write a thank-you|draft an email|reply to this email|respond to this email|respond to the following email|reply to the following email|tone down"),
    ];
}
