using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Stickiness;

/// <summary>Conversations of six turns: a Japanese MT-Bench item with both its turns, then four requests of the other sets, behind a long system prompt.</summary>
internal static class ConversationTraffic
{
    public const int Turns = 6;

    /// <summary>The third turn has tools and takes two rounds.</summary>
    public const int TurnWithTools = 2;

    /// <summary>Makes the conversations; the answers of each turn are those that the models really gave, by model.</summary>
    public static List<Conversation> Read(Func<string, string> pathOf, int seed)
    {
        var items = Lines(pathOf("ja-outcomes/items.jsonl")).Select(line => (Id: line.GetProperty("item_id").GetString()!, Prompt: line.GetProperty("prompt_ja").GetString()!)).ToDictionary(item => item.Id, item => item.Prompt, StringComparer.Ordinal);
        var mini = Answers(pathOf("ja-answers/gpt-4o-2024-11-20.jsonl"));
        var llama = Answers(pathOf("ja-answers/meta-llama__Llama-3.3-70B-Instruct.jsonl"));
        var answered = items.Keys.Where(id => mini.ContainsKey(id) && llama.ContainsKey(id)).Order(StringComparer.Ordinal).ToArray();
        var random = new Random(seed);
        var conversations = new List<Conversation>();
        foreach (var line in Lines(pathOf("ja-prompts/mtbench-ja.jsonl")))
        {
            var turns = line.GetProperty("turns_ja").EnumerateArray().Select(turn => turn.GetString()!).ToArray();
            var first = answered.FirstOrDefault(id => items[id] == turns[0]) ?? Pick(answered, random);
            List<Turn> conversation = [new(turns[0], mini[first], llama[first]), Answered(turns[1], Pick(answered, random), mini, llama)];
            while (conversation.Count < Turns)
            {
                var id = Pick(answered, random);
                conversation.Add(Answered(items[id], id, mini, llama));
            }

            // Most turns follow within a minute or two; one in eight comes after a break that no prompt cache outlives.
            var pauses = conversation.Select(_ => random.Next(8) == 0 ? TimeSpan.FromMinutes(30) : TimeSpan.FromSeconds(20 + random.Next(100))).ToArray();
            conversations.Add(new Conversation(SystemPrompt(answered, mini, random), conversation, pauses));
        }

        return conversations;
    }

    private static Turn Answered(string prompt, string id, Dictionary<string, string> mini, Dictionary<string, string> llama) => new(prompt, mini[id], llama[id]);

    // Documents to answer from, as an application that looks them up puts before a conversation: 600 to 2,600 characters.
    private static string SystemPrompt(string[] ids, Dictionary<string, string> answers, Random random)
    {
        var length = 600 + random.Next(2_000);
        var text = "次の資料を参考にして、日本語で丁寧に答えてください。\n";
        while (text.Length < length)
        {
            text += answers[Pick(ids, random)] + "\n";
        }

        return text[..length];
    }

    private static string Pick(string[] ids, Random random) => ids[random.Next(ids.Length)];

    private static Dictionary<string, string> Answers(string path) =>
        Lines(path).ToDictionary(line => line.GetProperty("item_id").GetString()!, line => line.GetProperty("answer").GetString()!, StringComparer.Ordinal);

    private static IEnumerable<JsonElement> Lines(string path) => File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement);

    internal sealed record Conversation(string System, IReadOnlyList<Turn> Turns, IReadOnlyList<TimeSpan> Pauses)
    {
        public ChatMessage SystemMessage => new(ChatRole.System, System);
    }

    /// <summary>A request, and the answers of gpt-4o (which stands for gpt-4.1-mini) and of Llama-3.3-70B.</summary>
    internal sealed record Turn(string Prompt, string MiniAnswer, string LlamaAnswer);
}
