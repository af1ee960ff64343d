using Microsoft.Extensions.AI;

namespace LanguageRouter.Routes;

/// <summary>Serves one model by name.</summary>
internal sealed class SingleModelClient(string modelName, IChatClient client) : IModelClients
{
    public IChatClient? GetClient(Model model) => model.Name == modelName ? client : null;
}
