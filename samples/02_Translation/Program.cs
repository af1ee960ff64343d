// Translation alone, without the router: an English model answers a Japanese user. No key, no network.
// The model and the translator are SIMULATED: they know the sentences of this file and no others. Protection, verification, streaming,
// the glossary, the legs and the fallback are the library's own.
using System.Text;
using LanguageRouter.Paths;
using LanguageRouter.Paths.Translation;
using Microsoft.Extensions.AI;
using TranslationSample;

Console.OutputEncoding = new UTF8Encoding(false);
Console.WriteLine("Model and translator are SIMULATED: they know the sentences of this sample and nothing else.");

var glossary = new TranslationGlossary("1", [new GlossaryTerm("ねこ本舗", "Cat Main Store")], neverTranslated: ["Kuro号"]);
using var english = new SimulatedModel("english-model", Script.Answer);
using var japanese = new SimulatedModel("japanese-model", "（日本語のモデルが直接お答えします。）");
using var client = new ChatClientBuilder(english)
    .UseTranslation(new SimulatedTranslator(), options => options.Direct = japanese)
    .Build();

// 1. A streamed answer: the first sentence is there while the model still writes; code passes as it is.
ChatOptions Wishes() => new ChatOptions().WithTranslation(new TranslationWishes { Tenant = "acme", ConversationId = "c-1", Glossary = glossary, IncludeOriginal = true });
Console.WriteLine($"\nuser:      {Script.Question}\nstreamed:");
var updates = new List<ChatResponseUpdate>();
await foreach (var update in client.GetStreamingResponseAsync(Script.Question, Wishes()))
{
    updates.Add(update);
    if (update.Text.Length > 0)
    {
        Console.WriteLine($"  | {update.Text.ReplaceLineEndings("\n  | ")}");
    }
}

Console.WriteLine($"the model read:  {english.LastPrompt}");
Console.WriteLine($"the model wrote: {updates[^1].GetUntranslatedText()!.ReplaceLineEndings(" ")}");
Legs(updates[^1].GetPathLegs());

// 2. The second turn: what was translated before is remembered and not translated again.
List<ChatMessage> conversation = [new(ChatRole.User, Script.Question), .. updates.ToChatResponse().Messages, new(ChatRole.User, Script.Thanks)];
var second = await client.GetResponseAsync(conversation, Wishes());
Console.WriteLine($"\nuser:      {Script.Thanks}\nassistant: {second.Text}");
Legs(second.GetPathLegs());

// 3. A translation that loses a number: one more attempt, then the model that reads Japanese answers.
var fallback = await client.GetResponseAsync(Script.Untranslatable, Wishes());
Console.WriteLine($"\nuser:      {Script.Untranslatable}\nassistant: {fallback.Text}");
Legs(fallback.GetPathLegs());
Console.WriteLine("\ntranslation sample done");

static void Legs(IReadOnlyList<PathLeg> legs)
{
    foreach (var leg in legs)
    {
        Console.WriteLine($"  leg {leg.Kind,-12} {leg.ModelId,-20} {(leg.BilledCharacters > 0 ? $"{leg.BilledCharacters} characters" : $"{leg.Usage?.TotalTokenCount} tokens")}{(leg.Failure is null ? "" : $", failed: {leg.Failure}")}");
    }
}
