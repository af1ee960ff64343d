using System.Collections.Immutable;
using LanguageRouter.Tokens;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Represents how a conversation is written for one family of models.</summary>
/// <remarks>
/// Each line is words, with parts in double braces: <c>{{content}}</c> (the message), <c>{{trimmed}}</c> (the message
/// without white space at its ends), <c>{{system}}</c> (the system message inside the first user message),
/// <c>{{&lt;s&gt;}}</c> (the control token of that name, an error where the tokenizer lacks it) and
/// <c>{{?[INST]}}</c> (the control token, or the same words where the tokenizer lacks it). Immutable and safe for
/// concurrent use. The named forms follow the templates that the model families publish with their tokenizers.
/// </remarks>
public sealed record ChatTemplate
{
    /// <summary>Gets the name of the form.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what the prompt starts with. Default: nothing.</summary>
    public string Start { get; init; } = string.Empty;

    /// <summary>Gets the line of a system message; <see langword="null"/> where the form has none and uses <see cref="FirstUserWithSystem"/>.</summary>
    public string? System { get; init; }

    /// <summary>Gets the line of the first user message with a system message in it; <see langword="null"/> where <see cref="System"/> is used.</summary>
    public string? FirstUserWithSystem { get; init; }

    /// <summary>Gets the line of a user message.</summary>
    public required string User { get; init; }

    /// <summary>Gets what stands before an answer of the assistant, at the end of the prompt too.</summary>
    public required string AnswerStart { get; init; }

    /// <summary>Gets what stands after an answer of the assistant in the history. Default: nothing.</summary>
    public string AnswerEnd { get; init; } = string.Empty;

    /// <summary>Gets a value indicating whether answers of the history lose the white space at their ends. Default: <see langword="false"/>.</summary>
    public bool TrimAnswers { get; init; }

    /// <summary>Gets a value indicating whether answers start with a blank, which is not shown to the caller. Default: <see langword="false"/>.</summary>
    public bool BlankBeforeAnswer { get; init; }

    /// <summary>Gets a system message that stands there where the caller gave none. Default: none.</summary>
    public string? DefaultSystem { get; init; }

    /// <summary>Gets the control tokens that end an answer; those that the tokenizer lacks are passed over.</summary>
    public ImmutableArray<string> StopTokens { get; init; } = [];

    /// <summary>Gets the words that end an answer, for forms whose marks are words. Default: none.</summary>
    public ImmutableArray<string> StopTexts { get; init; } = [];

    /// <summary>Gets a value indicating whether a tokenizer that puts a space before texts does so after every control token, and not at the start of the prompt alone. Default: <see langword="false"/>.</summary>
    public bool SpaceAfterControl { get; init; }

    /// <summary>Gets the ChatML form (Qwen, ELYZA and others).</summary>
    public static ChatTemplate ChatML { get; } = new()
    {
        Name = "chatml",
        System = "{{<|im_start|>}}system\n{{content}}{{<|im_end|>}}\n",
        User = "{{<|im_start|>}}user\n{{content}}{{<|im_end|>}}\n",
        AnswerStart = "{{<|im_start|>}}assistant\n",
        AnswerEnd = "{{<|im_end|>}}\n",
        StopTokens = ["<|im_end|>", "<|endoftext|>"],
    };

    /// <summary>Gets the form of Llama 2, whose <c>[INST]</c> marks are words.</summary>
    public static ChatTemplate Llama2 { get; } = new()
    {
        Name = "llama2",
        FirstUserWithSystem = "{{<s>}}[INST] <<SYS>>\n{{system}}\n<</SYS>>\n\n{{trimmed}} [/INST]",
        User = "{{<s>}}[INST] {{trimmed}} [/INST]",
        AnswerStart = string.Empty,
        AnswerEnd = " {{</s>}}",
        TrimAnswers = true,
        BlankBeforeAnswer = true,
        StopTokens = ["</s>"],
        SpaceAfterControl = true,
    };

    /// <summary>Gets the form of Llama 3 and its kin (Swallow).</summary>
    public static ChatTemplate Llama3 { get; } = new()
    {
        Name = "llama3",
        Start = "{{<|begin_of_text|>}}",
        System = "{{<|start_header_id|>}}system{{<|end_header_id|>}}\n\n{{trimmed}}{{<|eot_id|>}}",
        User = "{{<|start_header_id|>}}user{{<|end_header_id|>}}\n\n{{trimmed}}{{<|eot_id|>}}",
        AnswerStart = "{{<|start_header_id|>}}assistant{{<|end_header_id|>}}\n\n",
        AnswerEnd = "{{<|eot_id|>}}",
        TrimAnswers = true,
        StopTokens = ["<|eot_id|>", "<|end_of_text|>", "<|eom_id|>"],
    };

    /// <summary>Gets the form of Mistral and its kin; <c>[INST]</c> is a control token where the tokenizer has it.</summary>
    public static ChatTemplate Mistral { get; } = new()
    {
        Name = "mistral",
        Start = "{{<s>}}",
        FirstUserWithSystem = "{{?[INST]}} {{system}}\n\n{{content}}{{?[/INST]}}",
        User = "{{?[INST]}} {{content}}{{?[/INST]}}",
        AnswerStart = string.Empty,
        AnswerEnd = "{{</s>}}",
        BlankBeforeAnswer = true,
        StopTokens = ["</s>"],
    };

    /// <summary>Gets the form of the later Mistral models, whose marks are all control tokens and which has no blanks.</summary>
    public static ChatTemplate MistralTekken { get; } = new()
    {
        Name = "mistral-tekken",
        Start = "{{<s>}}",
        System = "{{[SYSTEM_PROMPT]}}{{content}}{{[/SYSTEM_PROMPT]}}",
        User = "{{[INST]}}{{content}}{{[/INST]}}",
        AnswerStart = string.Empty,
        AnswerEnd = "{{</s>}}",
        StopTokens = ["</s>"],
    };

    /// <summary>Gets the form of Gemma, which has no system message: it stands in the first user message.</summary>
    public static ChatTemplate Gemma { get; } = new()
    {
        Name = "gemma",
        Start = "{{<bos>}}",
        FirstUserWithSystem = "{{<start_of_turn>}}user\n{{system}}\n\n{{trimmed}}{{<end_of_turn>}}\n",
        User = "{{<start_of_turn>}}user\n{{trimmed}}{{<end_of_turn>}}\n",
        AnswerStart = "{{<start_of_turn>}}model\n",
        AnswerEnd = "{{<end_of_turn>}}\n",
        TrimAnswers = true,
        StopTokens = ["<end_of_turn>", "<eos>"],
    };

    /// <summary>Gets the Alpaca form in Japanese (llm-jp instruct and others).</summary>
    public static ChatTemplate AlpacaJapanese { get; } = new()
    {
        Name = "alpaca-ja",
        Start = "{{<s>}}",
        System = "{{content}}",
        User = "\n\n### 指示:\n{{content}}",
        AnswerStart = "\n\n### 応答:\n",
        AnswerEnd = "{{</s>}}",
        DefaultSystem = "以下は、タスクを説明する指示です。要求を適切に満たす応答を書きなさい。",
        StopTokens = ["</s>"],
        StopTexts = ["\n\n### 指示:"],
    };

    /// <summary>Gets the plain form: <c>role: content</c> a line, without control tokens.</summary>
    public static ChatTemplate Plain { get; } = new()
    {
        Name = "plain",
        System = "system: {{content}}\n",
        User = "user: {{content}}\n",
        AnswerStart = "assistant: ",
        AnswerEnd = "\n",
        StopTexts = ["\nuser: "],
    };

    /// <summary>Gets the named forms.</summary>
    public static ImmutableArray<ChatTemplate> Named { get; } = [ChatML, Llama2, Llama3, Mistral, MistralTekken, Gemma, AlpacaJapanese, Plain];

    /// <summary>Checks that a tokenizer has every control token that the form asks for.</summary>
    /// <param name="encoder">The tokenizer.</param>
    /// <exception cref="TokenizerAdapterException">It lacks one, or a line of the form is broken; the message names it.</exception>
    public void Check(ITokenEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        _ = new PromptRenderer(encoder, this);
    }
}
