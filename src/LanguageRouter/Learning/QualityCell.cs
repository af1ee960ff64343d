using LanguageRouter.Signals;

namespace LanguageRouter.Learning;

/// <summary>Says of what something was learnt: a route, or a route against another, for one task kind and language of one tenant.</summary>
/// <param name="Route">The route.</param>
/// <param name="Against">The route it was compared with; empty where its answers were scored by themselves.</param>
/// <param name="Task">The task kind.</param>
/// <param name="Language">The BCP 47 tag of the requests' language.</param>
public readonly record struct QualityCell(string Route, string Against, TaskKind Task, string Language);
