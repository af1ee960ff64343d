using System.Globalization;
using LanguageRouter.Decisions;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;

namespace LanguageRouter.Execution;

/// <summary>Takes translated routes out of a decision while their translator has failed verification too often for the tenant.</summary>
internal sealed class TranslationAvailability(FidelityGates gates) : IRouteAvailability
{
    public Exclusion? Check(Route route, string tenant) =>
        route.Translator is not { } translator || gates.ExclusionOf(translator.Name, tenant) is not { } fidelity
            ? null
            : new(ReasonCodes.TranslationFidelity, string.Create(
                CultureInfo.InvariantCulture,
                $"{fidelity.Failed} of {fidelity.Segments} sentences of translator '{translator.Name}' failed verification; it is measured again after the pause"));
}
