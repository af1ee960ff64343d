using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Joins units to runs of one to four, and hashes each run.</summary>
internal struct UnitRuns
{
    private const uint First = 0x9E3779B1;
    private const uint Second = 0x85EBCA6B;
    private const uint Third = 0xC2B2AE35;
    private const uint Fourth = 0x27D4EB2F;
    private const uint Mix = 0x2C1B3C6D;

    private uint _last;
    private uint _before;
    private uint _beforeThat;

    public UnitRuns(uint start)
    {
        _last = start;
    }

    /// <summary>Adds a unit and reports the runs that end in it.</summary>
    /// <typeparam name="TSink">A struct, so that the call is direct.</typeparam>
    /// <param name="unit">The unit.</param>
    /// <param name="isWord">Whether it is a word or a number, and no character.</param>
    /// <param name="sink">Receives the hashes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TSink>(uint unit, bool isWord, ref TSink sink)
        where TSink : struct, ITaskFeatureSink, allows ref struct
    {
        // A run is known only where its end is: most material stops at the first look. A character alone says nothing; a word does.
        sink.Unit();
        var one = unit * First;
        if (!isWord || sink.Run(Mixed(one)))
        {
            var two = (one ^ (one >> 15)) + (_last * Second);
            if (sink.Run(Mixed(two)))
            {
                var three = (two ^ (two >> 13)) + (_before * Third);
                if (sink.Run(Mixed(three)))
                {
                    sink.Run(Mixed((three ^ (three >> 14)) + (_beforeThat * Fourth)));
                }
            }
        }

        (_beforeThat, _before, _last) = (_before, _last, unit);
    }

    private static uint Mixed(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * Mix;
        return hash ^ (hash >> 15);
    }
}
