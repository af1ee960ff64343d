namespace LanguageRouter.Signals.Languages;

/// <summary>The evidence that Latin words are Japanese in romaji.</summary>
internal struct RomajiTally
{
    /// <summary>Common words: endings of requests, pronouns, question words, verbs.</summary>
    public const string CommonWords =
        "desu masu masen mashita mashou deshou deshita desuka kudasai kudasaimasu onegai onegaishimasu arigatou arigato gozaimasu konnichiwa konbanwa ohayou ohayo sumimasen gomennasai "
        + "oshiete shite shita shimasu shimashita shitai suru sureba dekiru dekimasu dekimasuka watashi boku ore anata kare kanojo nani dare doko itsu naze doushite doshite ikura ikutsu "
        + "dochira donna dono konna sonna kono sono ano koko soko asoko kore wakaru wakarimasen wakarimasu shitte hoshii tabetai ikitai mitai nihongo nihon eigo tokyo kyou ashita kinou "
        + "ima kara made yori demo dakedo keredo keredomo shikashi soshite tsukatte tsukau tsukutte kaite kaku yonde yomu misete hanashite okashi muzukashii kantan totemo chotto sugoi "
        + "daijoubu wakatta naru natta aru arimasu arimasuka iru imasu imasuka nai inai janai dewa niwa towa tte node noni tame toki koto mono hito tachi san chan sama sensei tomodachi";

    /// <summary>Particles, which other languages have as words too.</summary>
    public const string ParticleWords = "wa ga no ni wo o to de mo ka ne yo e he na ya da sa";

    /// <summary>Words that are common in Japanese.</summary>
    public int StrongWords;

    /// <summary>Particles.</summary>
    public int Particles;

    /// <summary>Gets whether the words read as romaji rather than as another language.</summary>
    /// <param name="text">The text that the words were read in.</param>
    /// <param name="lead">The lead of romaji over the best other language, in log odds, by letters and small words.</param>
    public readonly bool IsRomaji(ReadOnlySpan<char> text, float lead)
    {
        var evidence = StrongWords + (0.4f * Particles);

        // Names of people and cities read as romaji too: a particle or a common word must stand among them.
        return ((evidence >= 0.8f && lead + (1.5f * evidence) > 2) || (evidence >= 0.4f && lead > 5)) && RomajiSyllables.Share(text) >= 0.6;
    }
}
