using LanguageRouter.Tokens;

namespace LanguageRouter.Tool.Simulation;

/// <summary>The tokens of all requests in one tokenizer: counted exactly, and as the decision estimated them.</summary>
internal sealed class TokenTally(string tokenizer)
{
    public string Tokenizer { get; } = tokenizer;

    public long Exact { get; private set; }

    public long Likely { get; private set; }

    public long Low { get; private set; }

    public long High { get; private set; }

    /// <summary>How many requests have an exact count outside the interval that the decision was made with.</summary>
    public int OutsideBounds { get; private set; }

    public void Add(int exact, TokenInterval estimate)
    {
        Exact += exact;
        Low += estimate.Low;
        Likely += estimate.Likely;
        High += estimate.High;
        OutsideBounds += exact < estimate.Low || exact > estimate.High ? 1 : 0;
    }
}
