namespace LanguageRouter.Paths;

/// <summary>Marks an exception of a path that gave up before any output, and tells which calls it had made: they cost money too.</summary>
public interface IPathFailure
{
    /// <summary>Gets the calls that were made, in the order of their start.</summary>
    IReadOnlyList<PathLeg> Legs { get; }
}
