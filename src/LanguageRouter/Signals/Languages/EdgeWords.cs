namespace LanguageRouter.Signals.Languages;

/// <summary>What English words at an edge of Japanese text are for.</summary>
[Flags]
internal enum EdgeWord : ushort
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Begins greetings, interjections and closings.</summary>
    Greeting = 1,

    /// <summary>Begins headings, credits and lines of mail, where it begins with a capital.</summary>
    Header = 2,

    /// <summary>Stands before names in lower case too: by, via.</summary>
    Credit = 4,

    /// <summary>Follows the verb of an order: "retell it", "localise the above".</summary>
    Object = 8,

    /// <summary>Points at the speaker, the listener or something near.</summary>
    Deictic = 16,

    /// <summary>Stands in sentences and questions only, not in the name of a command.</summary>
    Closed = 32,

    /// <summary>Names what people ask of a text by its name alone: "Vocab:", "JSON", "Sentiment?".</summary>
    Wanted = 64,

    /// <summary>Begins orders and questions.</summary>
    Verb = 128,

    /// <summary>Begins orders without a verb: only, no, without, as.</summary>
    Short = 256,

    /// <summary>Stays in lower case in titles, though it has four letters or more.</summary>
    InTitles = 512,

    /// <summary>Names a text or a part of one: sentence, passage, message.</summary>
    Material = 1024,
}

/// <summary>Looks words up by the hash that reading them makes.</summary>
internal static class EdgeWords
{
    private const int Size = 4096;

    private static readonly uint[] Keys = new uint[Size];
    private static readonly EdgeWord[] Kinds = Build(Keys);

    /// <summary>Gets what a word is for.</summary>
    /// <param name="hash">The hash of the lower-case word, as <see cref="LatinWords"/> makes it.</param>
    public static EdgeWord Find(uint hash)
    {
        for (var slot = Slot(hash); Keys[slot] != 0; slot = (slot + 1) & (Size - 1))
        {
            if (Keys[slot] == hash)
            {
                return Kinds[slot];
            }
        }

        return EdgeWord.None;
    }

    private static int Slot(uint hash) => (int)((hash * 2654435769u) >> 20);

    private static EdgeWord[] Build(uint[] keys)
    {
        var kinds = new EdgeWord[Size];
        Add(EdgeWord.Greeting,
            "hi hello hey dear thanks thank thx best kind warm regards sincerely yours cheers good ok okay yes no sorry lol lmao omg wow btw ps p.s fyi happy merry congratulations congrats welcome sent "
            + "nice long vol ver fig");
        Add(EdgeWord.Header, "re fw fwd cc from to date photo photos image source by via copyright update breaking vol no step day chapter part appendix section figure table page lesson unit version all the");
        Add(EdgeWord.Credit, "by via from feat vs cf");
        Add(EdgeWord.Object, "the this it my each every all me a an these those that any what up out in into to as how if whether his her their only just three five two four ten please pls plz");
        Add(EdgeWord.Deictic, "i i'm i've i'd my me this these it its here below above following you your we our us he she his her they that there");
        Add(EdgeWord.Closed, "of to for is are was does do did mean means how what what's why when which who where a an the this that it my me i vs or can should please pls plz literally");
        Add(EdgeWord.Wanted,
            "vocab vocabulary glossary reading readings pronunciation pitch particles grammar breakdown analysis recap overview digest synopsis abstract conclusion takeaway takeaways highlights moral "
            + "theme plot tone style register formality politeness nuance connotation subtext etymology origin era dialect slang idiom idioms proverb pun metaphor keyword keywords hashtag hashtags tags "
            + "label labels category categories genre topic topics intent sentiment emotion emotions mood rating score grade verdict feedback critique review comments suggestions edits fixes correction "
            + "corrections typos errors mistakes alternatives variants synonym synonyms antonym antonyms translation translations english romaji rōmaji kana furigana hiragana katakana kanji transliteration "
            + "transcription ipa subtitle subtitles caption captions headline headlines title titles slogan tagline tweet blurb summary tldr eli gist outline bullets list table timeline steps checklist "
            + "tasks actions deadline deadlines dates names places numbers prices entities facts claims arguments pros cons risks questions quiz flashcards cloze exercises answer answers reply "
            + "response comeback continuation sequel ending rebuttal counterargument explanation meaning meanings definition definitions interpretation opinion opinions thoughts reaction advice diagnosis "
            + "fix solution json csv xml yaml markdown regex ner seo level jlpt difficulty length essay poem haiku limerick rhyme lyrics paraphrase rewrite rephrase simplified simplify shorter longer "
            + "formal casual polite literal gloss flashcard mnemonic parse conjugation conjugations counters honorifics keigo stroke strokes radicals nouns verbs adjectives adverbs phrases collocations "
            + "expressions predicate moderation spam scam legit rude sarcasm sarcastic offensive natural fluent correct incorrect true false "
            + "clearer better softer nicer funnier friendlier warmer simpler polished fixed edited revised rewritten translated summarized summarised explained annotated romanized romanised transcribed count points idea argument eli10 eli12 en eng jp version draft improve expand condense nuances pronounce spelling wording phrasing naturalness fluency accuracy readability clarity keypoints conclusions insights findings trivia opposite phonetics segments amounts accent rap hook persona thesis counterexample analogy analogies metaphors words letters "
            + "breakdowns essence upshot crux nutshell logline pitch excerpt heading headings subheading lede teaser punchline salutation memo sms thread script dialogue monologue voiceover jingle acrostic sonnet tanka senryu riddle crossword mcq mcqs worksheet rubric "
            + "percentage average total sum emails urls links brands companies locations organisations organizations ingredients allergens calories dosage symptoms obligations fees audience purpose intention attitude stance bias viewpoint pov tense voice "
            + "archaic colloquial vulgar insult compliment threat flirting flirty cringe sus sketchy phishing fake serious kidding funny awkward stiff robotic feminine masculine unnatural grammatical ungrammatical comprehensible readable gist precis précis abridged abridgement minutes pseudocode "
            + "backtranslation back-translation proofreading corrected explanations equivalent equivalents counterpoint commentary gloss glosses furigana cognates homophones contraction contractions inflection inflections dictionary romanization romanisation phonetic phonetics intonation stress difficulty cefr n1 n2 n3 n4 n5 "
            + "positive negative neutral toxicity toxic hate harmful nsfw pii redacted anonymised anonymized deduplicated sorted alphabetized alphabetised capitalised lowercase uppercase monospace emoji emojis meme pirate shakespeare yoda");
        Add(EdgeWord.Short,
            "no only just without with in into as same any some one two three four five ten another more less shorter plain both either half every each something anything much too not nothing other fewer max at under within minus plus keep");
        Add(EdgeWord.Material,
            "sentence sentences paragraph paragraphs passage text texts phrase phrases word words line lines article excerpt quote quotation original email emails mail message letter note notice sign tweet post comment comments review reviews caption lyrics speech dialogue poem essay paper abstract contract clause manual recipe menu "
            + "ticket log screenshot translation translations translate translated meaning meanings grammar kanji kana japanese particle particles verb verbs noun nouns author writer speaker teacher textbook homework wording reply answer below above joke jokes story stories version versions style footnote footnotes reader readers draft information idea ideas tone character characters scene chapter title titles subtitle subtitles heading headings point points argument arguments claim example examples word's sentence's dictionary accent dialect formal informal polite casual natural native correct mistake mistakes error errors");
        Add(EdgeWord.InTitles, "with from into onto upon over under than till about after before between during without within across among against through toward towards");
        foreach (var word in InstructionCues.FirstWords)
        {
            Put(EdgeWord.Verb, word);
        }

        return kinds;

        void Add(EdgeWord kind, string words)
        {
            foreach (var range in words.AsSpan().Split(' '))
            {
                Put(kind, words.AsSpan()[range]);
            }
        }

        void Put(EdgeWord kind, ReadOnlySpan<char> word)
        {
            var hash = LatinWords.Hash(word);
            var slot = Slot(hash);
            while (keys[slot] != 0 && keys[slot] != hash)
            {
                slot = (slot + 1) & (Size - 1);
            }

            keys[slot] = hash;
            kinds[slot] |= kind;
        }
    }
}
