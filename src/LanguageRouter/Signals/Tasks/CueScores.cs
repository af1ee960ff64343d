using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>One value per cue.</summary>
[InlineArray(Count)]
internal struct CueScores
{
    /// <summary>How many cues there are.</summary>
    public const int Count = (int)Cue.NumberWord + 1;

    private int _first;
}
