using System.Numerics;
using LanguageRouter.Routes;
using LanguageRouter.Signals;
using LanguageRouter.Tokens;

namespace LanguageRouter.Decisions;

/// <summary>What two requests must have in common to share a decision: every feature that a rule reads, and sizes within 9 % of each other.</summary>
internal readonly record struct SignalsBucket
{
    private const int StepsPerOctave = 8;

    private SignalsBucket(RequestSignals signals)
    {
        Language = signals.Language.Tag;
        AnswerLanguage = signals.AnswerLanguage;
        Task = signals.Task;
        ResponseFormat = signals.ResponseFormat;
        Requires = signals.Requires;
        Tools = signals.ToolNames.IsEmpty ? "" : string.Join('\n', signals.ToolNames);
        HasToolCalls = signals.HasToolCalls;
        SchemaIsJapanese = signals.SchemaIsJapanese;
        IsStreamed = signals.IsStreamed;
        HasAttachments = signals.Attachments > 0;
        System = SizeOf(signals.System);
        History = SizeOf(signals.History);
        Prompt = SizeOf(signals.Prompt);
        MaxOutput = signals.MaxOutputTokens ?? -1;
        Wording = signals.Wording?.Bucket() ?? 0;
    }

    public string Language { get; }

    public string AnswerLanguage { get; }

    public TaskKind Task { get; }

    public ResponseFormat ResponseFormat { get; }

    public ModelCapabilities Requires { get; }

    public string Tools { get; }

    public bool HasToolCalls { get; }

    public bool SchemaIsJapanese { get; }

    public bool IsStreamed { get; }

    public bool HasAttachments { get; }

    public int System { get; }

    public int History { get; }

    public int Prompt { get; }

    public int MaxOutput { get; }

    public ulong Wording { get; }

    public static SignalsBucket Of(RequestSignals signals) => new(signals);

    private static int SizeOf(in TextProfile profile)
    {
        var tokens = (uint)TokenBounds.Estimate(TokenCounters.O200kBase, profile).Likely + 1;
        var octave = BitOperations.Log2(tokens);
        return octave * StepsPerOctave + (int)(((ulong)tokens * StepsPerOctave >> octave) - StepsPerOctave);
    }
}
