using LanguageRouter.Routes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>Gives every model a stand-in.</summary>
internal sealed class StandInModels : IModelClients
{
    public IChatClient? GetClient(Model model) => new CountingStandIn(model.ModelId);
}
