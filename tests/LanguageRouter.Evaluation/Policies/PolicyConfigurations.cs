using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.Evaluation.Policies;

/// <summary>The configurations that the commands on policies work with: two direct models and a translated route.</summary>
internal static class PolicyConfigurations
{
    public static ConfigurationManager Create()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LanguageRouter:Models:large:Tokenizer"] = "o200k_base",
            ["LanguageRouter:Models:large:InputPrice"] = "2.5",
            ["LanguageRouter:Models:large:OutputPrice"] = "10",
            ["LanguageRouter:Models:large:Tier"] = "frontier",
            ["LanguageRouter:Models:small:Tokenizer"] = "cl100k_base",
            ["LanguageRouter:Models:small:InputPrice"] = "0.15",
            ["LanguageRouter:Models:small:OutputPrice"] = "0.6",
            ["LanguageRouter:Models:small:Tier"] = "small",
            ["LanguageRouter:Routes:0:Name"] = "direct",
            ["LanguageRouter:Routes:0:Kind"] = "direct",
            ["LanguageRouter:Routes:0:Model"] = "large",
            ["LanguageRouter:Routes:1:Name"] = "other",
            ["LanguageRouter:Routes:1:Kind"] = "direct",
            ["LanguageRouter:Routes:1:Model"] = "small",
            ["LanguageRouter:Routes:2:Name"] = "translated",
            ["LanguageRouter:Routes:2:Kind"] = "translated",
            ["LanguageRouter:Routes:2:Model"] = "large",
            ["LanguageRouter:Routes:2:Translator"] = "small",
            ["LanguageRouter:Defaults:DefaultRoute"] = "direct",
            ["LanguageRouter:Defaults:Mode"] = "observe",
        });
        return configuration;
    }

    public static string Tenant(int i) => string.Create(CultureInfo.InvariantCulture, $"tenant-{i:00000}");
}
