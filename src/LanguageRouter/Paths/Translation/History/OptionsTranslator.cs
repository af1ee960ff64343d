using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LanguageRouter.Paths.Translation.Structure;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation.History;

/// <summary>Translates what the options of a request say to the model: instructions, definitions of tools, descriptions in the answer's schema.</summary>
/// <remarks>Each is translated once for a tenant and stays byte for byte the same. Names, types, enumerations, defaults and examples stay.</remarks>
internal sealed class OptionsTranslator(VerifiedTranslator translator, ShadowStore shadows)
{
    private const int ParallelTools = 4;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the options that the model gets; the given ones are not changed.</summary>
    public async Task<ChatOptions?> TranslateAsync(RequestPlan plan, ChatOptions? options, CancellationToken cancellationToken)
    {
        if (options is null || !OptionTexts.Of(options).Any())
        {
            return options;
        }

        var result = options.Clone();
        if (options.Instructions is { Length: > 0 } instructions)
        {
            var key = plan.InboundKey(translator.Profile, ofConversation: false, context: null, instructions);
            result.Instructions = await shadows.GetAsync(key, ct => TextTranslation.TranslateAsync(translator, plan.InboundJob(null), instructions, ct), cancellationToken).ConfigureAwait(false);
        }

        if (options.Tools is { Count: > 0 } tools)
        {
            var translated = tools.ToArray();
            await Parallel.ForAsync(0, translated.Length, new ParallelOptions { MaxDegreeOfParallelism = ParallelTools, CancellationToken = cancellationToken }, async (i, ct) =>
                translated[i] = tools[i] is AIFunctionDeclaration function ? await TranslateAsync(plan, function, ct).ConfigureAwait(false) : tools[i]).ConfigureAwait(false);
            result.Tools = [.. translated];
        }

        if (options.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } format
            && await TranslateAsync(plan, format.SchemaDescription, schema, cancellationToken).ConfigureAwait(false) is { } texts)
        {
            result.ResponseFormat = ChatResponseFormat.ForJsonSchema(texts.Schema, format.SchemaName, format.SchemaDescription is null ? null : texts.Description);
        }

        return result;
    }

    private async Task<AITool> TranslateAsync(RequestPlan plan, AIFunctionDeclaration function, CancellationToken cancellationToken) =>
        await TranslateAsync(plan, function.Description, function.JsonSchema, cancellationToken).ConfigureAwait(false) is not { } texts ? function
        : function is AIFunction callable ? new TranslatedFunction(callable, texts.Description, texts.Schema)
        : AIFunctionFactory.CreateDeclaration(function.Name, texts.Description, texts.Schema, function.ReturnJsonSchema);

    private async Task<(string Description, JsonElement Schema)?> TranslateAsync(RequestPlan plan, string? description, JsonElement schema, CancellationToken cancellationToken)
    {
        var given = Write(description ?? "", schema);
        var key = plan.InboundKey(translator.Profile, ofConversation: false, context: "definition", given);
        var translated = await shadows.GetAsync(key, ct => JsonTranslation.TranslateAsync(translator, plan.InboundJob(null), given, DescriptionSelector.Instance, ct), cancellationToken).ConfigureAwait(false);
        if (string.Equals(given, translated, StringComparison.Ordinal))
        {
            return null;
        }

        using var json = JsonDocument.Parse(translated);
        return (json.RootElement.GetProperty("description").GetString()!, json.RootElement.GetProperty("schema").Clone());
    }

    private static string Write(string description, JsonElement schema)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("description", description);
            json.WritePropertyName("schema");
            json.WriteRawValue(schema.GetRawText());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed class TranslatedFunction(AIFunction function, string description, JsonElement schema) : DelegatingAIFunction(function)
    {
        public override string Description => description;

        public override JsonElement JsonSchema => schema;
    }
}
