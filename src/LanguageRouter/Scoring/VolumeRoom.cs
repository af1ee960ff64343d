using System.Runtime.CompilerServices;

namespace LanguageRouter.Scoring;

/// <summary>Room for the volumes of as many tokenizers as nearly all configurations have.</summary>
[InlineArray(Length)]
internal struct VolumeRoom
{
    public const int Length = 4;

    private KeyValuePair<string, TokenVolumes> _first;
}
