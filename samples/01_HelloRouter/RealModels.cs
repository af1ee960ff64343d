using Microsoft.Extensions.Configuration;

namespace HelloRouter;

/// <summary>The settings that turn the stand-ins into real models; the key itself stays in the environment.</summary>
internal static class RealModels
{
    public static Dictionary<string, string?> Settings(IConfiguration environment)
    {
        var settings = new Dictionary<string, string?>();
        foreach (var model in new[] { "gpt-4o", "gpt-4o-mini" })
        {
            settings[$"LanguageRouter:Models:{model}:Client:ApiKeyVariable"] = "OPENAI_API_KEY";
            settings[$"LanguageRouter:Models:{model}:Client:Endpoint"] = environment["OPENAI_BASE_URL"] is { Length: > 0 } endpoint ? endpoint : null;
        }

        if (environment["SHISA_BASE_URL"] is { Length: > 0 } shisa)
        {
            settings["LanguageRouter:Models:shisa-v2-unphi4-14b:Client:Endpoint"] = shisa;
        }
        else
        {
            settings["LanguageRouter:Routes:3:Hypothetical"] = "true";
        }

        return settings;
    }
}
