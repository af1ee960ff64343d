namespace LanguageRouter.Evaluation.Languages;

/// <summary>Sixty English instructions around a Japanese passage, in many styles, written at one time and dealt out in turn.</summary>
/// <remarks>The second half only measured for a time; both have been read since, and rules may be changed while looking at them.</remarks>
internal static class EnglishWordings
{
    public static readonly string[] All =
    [
        "My colleague in Osaka sent me this and I have no idea what it says.\n\n{0}", "{0}\n\ncan someone put that into plain English for me", "ok so this was on the sign outside our hotel: {0} -- are we allowed to park there or not",
        "Context: I run a small import business. A supplier wrote the note below.\n\n{0}\n\nDraft a short answer in English.", "whats the gist?\n{0}", "Here's the paragraph.\n\n{0}\n\nGive it a score from 1 to 10 for readability and justify the score.",
        "You will be given a sentence. Output only its main verb.\n\nSentence: {0}", "{0}\n\n^ Source? Sounds made up.", "For a newspaper headline, condense to eight words:\n{0}",
        "Role: careful bilingual editor.\nTask: point out every mistake, if any.\nInput: {0}", "I think this is a haiku but I'm not sure: {0}", "Extract names, dates and places as JSON.\n\n{0}",
        "Would a ten-year-old understand the following? {0}", "Hi! Quick one. {0} <<< polite enough to send to a client?", "Let's play a guessing game. I give you a passage, you tell me where it was published. {0}",
        "{0}\nTone check please, I don't want to sound rude.", "Pull out the three most surprising facts.\n---\n{0}\n---", "Don't translate it. Just tell me which tense it's in.\n\n{0}",
        "Fact-check this claim for our podcast notes: {0}", "> {0}\n\nHe posted that yesterday and people are upset. Why?", "Compare the claim in the passage with what you know, step by step, then conclude.\n\nPassage:\n{0}",
        "Romanize: {0}", "Gloss each word, then give a natural rendering.\n{0}", "Is there any keigo here at all?\n\"{0}\"",
        "Reading comprehension. Passage: {0} Question: who or what is the subject of the passage?", "I copied this out of a PDF so the line breaks may be off. Clean it up but keep the wording.\n\n{0}", "{0}\n\nNow say the same thing the way a pirate would, in English.",
        "Subject line ideas for an email about this, five of them:\n{0}", "Evaluate the student's answer on a scale of 0-5.\nStudent's answer: {0}", "Category? (sports / politics / science / travel / other)\n{0}",
        "tldr pls\n\n{0}", "The subtitle reads {0} but the actor seems to say something else. What could be missing?", "Write a follow-up question a journalist might ask after hearing this.\n\n{0}",
        "Help!! My Japanese teacher says this is unnatural and won't tell me why: {0}", "Provide an English equivalent suitable for a museum label. {0}", "Count the sentences in this text and reply with a number only.\n{0}",
        "{0}\n\nThe above is from my textbook. Could you quiz me on the vocabulary?", "From the log line below, what should I tell the customer?\nLOG: {0}", "Imagine you're the mayor. React to this news: {0}",
        "Does the writer sound angry, sad or neutral?\n\n{0}\n", "Rank these by importance and drop the rest:\n{0}", "I have to read this aloud tomorrow. Where should I pause? {0}",
        "Using only the information given, say yes or no: does the text mention a year?\n\n{0}", "{0} - how would this be said in Kansai dialect? Answer in English.", "This came up in a contract review. Any ambiguity a lawyer should worry about?\n\n{0}",
        "Title it.\n{0}", "Prepare flashcards (front: Japanese, back: English) from the text.\n\n{0}", "Suppose the statement that follows is false. What else would have to be false? {0}",
        "Two questions about the passage: (a) what happened, (b) to whom?\n\n{0}", "For accessibility, describe the content of this caption to a blind user: {0}", "Make it rhyme in English, if that's even possible:\n{0}",
        "As an SEO specialist, which keywords would you pick?\n\n{0}", "{0}\n\nhmm. agree or disagree?", "Simplify to JLPT N4 level and list what you changed.\n{0}",
        "It's for a tattoo so please be honest: does {0} make sense?", "Explain like I'm five.\n\n{0}", "Between you and me, is this sentence any good? {0}",
        "Spot the odd one out among the nouns in here: {0}", "We ship in an hour, so a rough version in English is fine.\n\n{0}", "Convert every number in the text to words and return nothing else.\n{0}",
    ];
}
