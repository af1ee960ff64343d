namespace LanguageRouter.Evaluation.Tasks;

internal sealed record TrainingSettings
{
    public int Size { get; set; } = 9_600;
    public int Pool { get; set; } = 24_000;
    public int Middle { get; set; } = 0;
    public float CountPower { get; set; } = 0.7f;
    public int Warm { get; set; } = 0;
    public int PoolEpochs { get; set; } = 8;
    public float Distil { get; set; } = 0;
    public float PhraseKeep { get; set; } = 0.3f;
    public float AuthorPhraseKeep { get; set; } = 0.6f;
    public int Least { get; set; } = 3;
    public int Epochs { get; set; } = 20;
    public int Averaged { get; set; } = 1;
    public float Step { get; set; } = 0.4f;
    public float Shrink { get; set; } = 1e-4f;
    public float Keep { get; set; } = 0.6f;
    public int Seed { get; set; } = 20261126;
    public float Share { get; set; } = 4;
    public float Dev { get; set; } = 2;
    public float Topic { get; set; } = 0.3f;
    public float FramePower { get; set; } = -0.6f;
    public float ClassPower { get; set; } = -0.5f;
    public float ClassDiv { get; set; } = 200f;
    public float Own { get; set; } = 1;
    public int Fast { get; set; } = 0;
    public int Round { get; set; } = 1;
    public int Rounded { get; set; } = 0;
    public float Quantile { get; set; } = 0.9999f;
    public int Show { get; set; } = 0;
}
