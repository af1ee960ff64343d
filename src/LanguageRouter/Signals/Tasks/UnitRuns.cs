using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Hashes runs of one to four units: each from the run that is one unit shorter and ends in the same unit.</summary>
/// <remarks>The trainer and the model use the same hashes. A character alone says nothing, and no run of one is asked for; a word does.</remarks>
internal static class UnitRuns
{
    private const uint First = 0x9E3779B1;
    private const uint Second = 0x85EBCA6B;
    private const uint Third = 0xC2B2AE35;
    private const uint Fourth = 0x27D4EB2F;
    private const uint Mix = 0x2C1B3C6D;

    /// <summary>Starts with the unit that the run ends in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint One(uint unit) => unit * First;

    /// <summary>Adds the unit before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Two(uint one, uint before) => (one ^ (one >> 15)) + (before * Second);

    /// <summary>Adds the unit before those.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Three(uint two, uint before) => (two ^ (two >> 13)) + (before * Third);

    /// <summary>Adds the unit before those.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Four(uint three, uint before) => (three ^ (three >> 14)) + (before * Fourth);

    /// <summary>The key of a run in the model's table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(uint run)
    {
        run = (run ^ (run >> 16)) * Mix;
        return run ^ (run >> 15);
    }
}
