namespace LanguageRouter.Signals.Tasks;

/// <summary>Where a phrase must stand to count.</summary>
internal enum PhraseUse : byte
{
    /// <summary>Anywhere; an ASCII phrase as a whole word.</summary>
    Anywhere,

    /// <summary>A Japanese noun that counts in full where a request follows (要約して, 要約をお願い), else as a weak hint.</summary>
    Asked,

    /// <summary>A Japanese verb in its te-form that counts where the form ends in a request (直してください), not in a description (直している).</summary>
    Told,

    /// <summary>The stem of a Japanese verb that counts where a request follows (直し｜て, 直し｜なさい, 直し｜たいです).</summary>
    Stem,

    /// <summary>An English verb that counts where a command or a request stands (line start, please, could you, I want you to).</summary>
    Command,

    /// <summary>At the start of a line.</summary>
    LineStart,

    /// <summary>At the end of a line or sentence.</summary>
    LineEnd,

    /// <summary>As the whole of a line.</summary>
    WholeLine,
}
