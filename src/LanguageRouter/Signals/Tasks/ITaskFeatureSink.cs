namespace LanguageRouter.Signals.Tasks;

/// <summary>Receives the features of a turn.</summary>
internal interface ITaskFeatureSink
{
    /// <summary>Takes the next unit: the runs that follow end in it, the shorter before the longer.</summary>
    void Unit();

    /// <summary>Takes a run of units.</summary>
    /// <param name="key">The hash of the run.</param>
    /// <returns>Whether longer runs with the same end may be known.</returns>
    bool Run(uint key);

    /// <summary>Takes a feature of the turn's shape.</summary>
    /// <param name="row">Its row in the table of shapes.</param>
    void Shape(int row);
}
