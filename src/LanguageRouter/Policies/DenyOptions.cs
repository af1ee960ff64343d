using LanguageRouter.Routes;
using LanguageRouter.Signals;

namespace LanguageRouter.Policies;

/// <summary>Represents routes that are denied to some requests. What is left out matches all.</summary>
public sealed class DenyOptions
{
    /// <summary>Gets or sets the names of the denied routes. Default: all.</summary>
    public IList<string>? Routes { get; set; }

    /// <summary>Gets or sets the denied paths. Default: all.</summary>
    public IList<RouteKind>? Kinds { get; set; }

    /// <summary>Gets or sets the task kinds of the requests. Default: all.</summary>
    public IList<TaskKind>? Tasks { get; set; }

    /// <summary>Gets or sets the languages of the requests, as BCP 47 tags; a primary tag such as <c>zh</c> matches all its variants. Default: all.</summary>
    public IList<string>? Languages { get; set; }
}
