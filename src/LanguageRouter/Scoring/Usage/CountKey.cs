using LanguageRouter.Paths;
using LanguageRouter.Routes;

namespace LanguageRouter.Scoring.Usage;

/// <summary>For which calls one calibration of input tokens holds, within one tenant.</summary>
/// <param name="Model">The configured name of the model that is paid.</param>
/// <param name="Language">The BCP 47 tag of the request's language, as detected.</param>
/// <param name="Path">The path: behind translation a model reads other text.</param>
/// <param name="Leg">What the call is for.</param>
internal readonly record struct CountKey(string Model, string Language, RouteKind Path, LegKind Leg);
