namespace LanguageRouter.Signals.Tasks;

/// <summary>The rules that join the parts of a sentence to a request about wording.</summary>
internal static class WordingRules
{
    private const Part Asking = Part.Make | Part.Change | Part.Wish;

    /// <summary>The rules; of those that hold the strongest counts.</summary>
    public static readonly WordingRule[] All =
    [
        new(Cue.Translation, Part.Into, Part.Change, Part.Program | Part.Polite, 100, "rule:into-language"),
        new(Cue.Translation, Part.Into, Part.Wish, Part.About | Part.Program, 92, "rule:into-language"),
        new(Cue.Translation, Part.InLanguage | Part.Say, Part.None, Part.Polite | Part.About, 92, "rule:say-in-language"),
        new(Cue.Translation, Part.Foreign | Part.Say | Part.Quote, Part.None, Part.About | Part.Polite, 90, "rule:say-in-language"),
        new(Cue.Translation, Part.Foreign | Part.Quote, Part.Change | Part.Check | Part.Meaning, Part.About | Part.Program | Part.Polite, 90, "rule:foreign-quote"),
        new(Cue.Translation, Part.InLanguage | Part.Meaning, Part.Quote, Part.About | Part.Program, 90, "rule:meaning-in-language"),
        new(Cue.Translation, Part.Translation, Asking | Part.Check, Part.About | Part.Program, 95, "rule:translation"),
        new(Cue.Translation, Part.Fault, Part.Change | Part.Check, Part.Program | Part.Polite | Part.About, 95, "rule:proofreading"),
        new(Cue.Translation, Part.Foreign, Part.Change, Part.Program | Part.Polite | Part.About, 88, "rule:proofreading"),
        new(Cue.Translation, Part.Fault | Part.Question, Part.None, Part.Program | Part.Polite | Part.About, 85, "rule:proofreading"),
        new(Cue.Translation, Part.Translation | Part.Quote, Part.None, Part.About | Part.Program, 80, "rule:translation"),
        new(Cue.Translation, Part.Quote, Part.InLanguage | Part.Into, Part.About | Part.Program | Part.Polite | Part.Game | Part.Letters, 75, "rule:quote-in-language"),

        new(Cue.Rewriting, Part.Polite, Part.Change | Part.Check, Part.Program, 97, "rule:politeness"),
        new(Cue.Rewriting, Part.Polite | Part.Say, Part.None, Part.About, 97, "rule:politeness"),
        new(Cue.Rewriting, Part.Polite | Part.Letter, Asking, Part.None, 97, "rule:polite-letter"),
        new(Cue.Rewriting, Part.Polite | Part.Quote, Part.Make | Part.Wish | Part.Question, Part.About | Part.Program, 90, "rule:politeness"),
        new(Cue.Rewriting, Part.Polite, Part.Make | Part.Wish, Part.About | Part.Program | Part.Question, 88, "rule:politeness"),
        new(Cue.Rewriting, Part.Polite | Part.Letter, Part.None, Part.About | Part.Program, 85, "rule:polite-letter"),
        new(Cue.Rewriting, Part.Polite | Part.Quote, Part.None, Part.About | Part.Program, 75, "rule:politeness"),
        new(Cue.Rewriting, Part.Letter, Asking, Part.About | Part.Program | Part.InLanguage, 88, "rule:letter"),
        new(Cue.Rewriting, Part.Letter | Part.InLanguage, Part.Make | Part.Change, Part.About | Part.Program | Part.Say, 84, "rule:letter"),
        new(Cue.Rewriting, Part.Style, Part.Change, Part.Program | Part.About, 90, "rule:style"),
        new(Cue.Rewriting, Part.Style | Part.Quote, Part.Make | Part.Wish | Part.Say, Part.Program | Part.About | Part.InLanguage, 84, "rule:style"),
        new(Cue.Rewriting, Part.Change | Part.Quote, Part.None, Part.Program | Part.About | Part.Into | Part.Foreign | Part.Fault | Part.Game | Part.Letters, 70, "rule:change-quote"),

        new(Cue.Wordplay, Part.Game, Asking, Part.About | Part.Program, 98, "rule:word-game"),
        new(Cue.Wordplay, Part.Game, Part.Short | Part.Question | Part.Check | Part.Meaning, Part.About | Part.Program, 92, "rule:word-game"),
        new(Cue.Wordplay, Part.QuotedIdiom | Part.Meaning, Part.None, Part.About | Part.Program | Part.InLanguage, 91, "rule:idiom-meaning"),
        new(Cue.Wordplay, Part.Game | Part.Quote, Part.None, Part.About | Part.Program, 78, "rule:word-game"),
        new(Cue.Wordplay, Part.QuotedIdiom | Part.Make, Part.Letter, Part.About | Part.Program | Part.Change | Part.Polite | Part.InLanguage | Part.Into, 89, "rule:idiom-use"),
        new(Cue.Wordplay, Part.Letters, Asking | Part.Question, Part.About | Part.Program, 94, "rule:letters"),
    ];
}
