using System.Text;
using CsCheck;
using LanguageRouter.Tool.Input;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Tests.Input;

public sealed class PromptLineParserTests
{
    private static readonly string[] Fragments =
        ["{", "}", "[", "]", ":", ",", "\"prompt\"", "\"messages\"", "\"role\"", "\"user\"", "\"content\"", "\"tools\"", "\"type\"", "\"\\ud800\"", "null", "1", "true"];

    [Theory]
    [InlineData("""{"id":"a","prompt":"質問"}""", "a")]
    [InlineData("""{"id":7,"prompt":"質問"}""", "7")]
    [InlineData("""{"prompt":"質問"}""", "12")]
    [InlineData("""{"id":null,"text":"質問"}""", "12")]
    [InlineData("""{"prompt":null,"text":"質問"}""", "12")]
    public void A_prompt_is_a_user_turn(string line, string id)
    {
        var prompt = Parse(line);

        Assert.Equal(id, prompt.Id.ToString());
        var message = Assert.Single(prompt.Messages);
        Assert.Equal((ChatRole.User, "質問"), (message.Role, message.Text));
        Assert.Null(prompt.Options);
    }

    [Fact]
    public void Messages_keep_their_roles_parts_and_attachments()
    {
        var prompt = Parse("""
            {"messages":[
              {"role":"developer","content":"丁寧に"},
              {"role":"user","content":[{"type":"text","text":"これは"},{"type":"text","text":"何？"},{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]},
              {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"look","arguments":"{}"}}]},
              {"role":"tool","tool_call_id":"c1","content":"猫"},
              {"role":"user","content":""}
            ]}
            """);

        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.Tool, ChatRole.User], prompt.Messages.Select(message => message.Role));
        Assert.Equal("これは何？", prompt.Messages[1].Text);
        Assert.Single(prompt.Messages[1].Contents.OfType<DataContent>());
        Assert.Equal("look", Assert.Single(prompt.Messages[2].Contents.OfType<FunctionCallContent>()).Name);
        Assert.Equal("猫", Assert.Single(prompt.Messages[3].Contents.OfType<FunctionResultContent>()).Result);
        Assert.Equal("", prompt.Messages[4].Text);
    }

    [Fact]
    public void An_array_of_texts_is_the_users_turns()
    {
        var prompt = Parse("""{"turns_ja":["一","二"]}""", new InputFields("turns_ja"));

        Assert.Equal(["一", "二"], prompt.Messages.Select(message => message.Text));
        Assert.All(prompt.Messages, message => Assert.Equal(ChatRole.User, message.Role));
    }

    [Fact]
    public void A_path_finds_the_text_and_the_request_body_around_it()
    {
        var prompt = Parse(
            """{"custom_id":"x","body":{"messages":[{"role":"user","content":"天気は？"}],"tools":[{"type":"function","function":{"name":"weather","description":"天気","parameters":{"type":"object"}}}],"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"}}},"max_tokens":50}}""",
            new InputFields("body.messages", "custom_id"));

        Assert.Equal("x", prompt.Id.ToString());
        Assert.Equal("weather", Assert.Single(prompt.Options!.Tools!).Name);
        Assert.NotNull(Assert.IsType<ChatResponseFormatJson>(prompt.Options.ResponseFormat).Schema);
        Assert.Equal(50, prompt.Options.MaxOutputTokens);
        Assert.Equal("最初", Assert.Single(Parse("""{"ja":["最初","次"]}""", new InputFields("ja.0")).Messages).Text);
        Assert.Equal("点", Assert.Single(Parse("""{"a.b":"点"}""", new InputFields("a.b")).Messages).Text);
    }

    [Theory]
    [InlineData("""{"prompt":5}""", "Field 'prompt' is a number.")]
    [InlineData("""{}""", "The line has no field 'prompt' or 'messages' or 'text'; it has none.")]
    [InlineData("""{"messages":[5]}""", "messages[0] is a number.")]
    [InlineData("""{"messages":[{"content":"x"}]}""", "messages[0] has no role.")]
    [InlineData("""{"messages":[{"role":"robot","content":"x"}]}""", "messages[0].role is 'robot'.")]
    [InlineData("""{"messages":[{"role":"user"}]}""", "messages[0] has no content.")]
    [InlineData("""{"messages":[{"role":"user","content":{}}]}""", "messages[0].content is an object.")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"x"}]}]}""", "messages[0].content[0] has no type.")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"hologram"}]}]}""", "messages[0].content[0].type is 'hologram'.")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"tools":{}}""", "tools is an object.")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"max_tokens":-1}""", "max_tokens is -1.")]
    [InlineData("\"text\"", "The line is a string, not a JSON object.")]
    public void A_mistake_says_what_where_and_the_fix(string line, string message)
    {
        var exception = Assert.Throws<FormatException>(() => Parse(line));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Fix: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_identifier_is_a_mistake_only_where_its_field_is_named()
    {
        var exception = Assert.Throws<FormatException>(() => Parse("""{"prompt":"x"}""", new InputFields(Id: "item_id")));

        Assert.Contains("--id-field", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_give_a_request_or_a_mistake() =>
        Gen.OneOf(
            Gen.Byte.Array[0, 40],
            Gen.Int[0, Fragments.Length - 1].Array[0, 12].Select(picks => Encoding.UTF8.GetBytes("{" + string.Concat(picks.Select(pick => Fragments[pick])) + "}")))
        .Sample(bytes =>
        {
            try
            {
                Assert.NotNull(PromptLineParser.Parse(new InputLine(1, bytes), new InputFields()).Messages);
            }
            catch (FormatException exception)
            {
                Assert.Contains("Fix: ", exception.Message, StringComparison.Ordinal);
            }
        });

    private static PromptLine Parse(string line, InputFields? fields = null) =>
        PromptLineParser.Parse(new InputLine(12, Encoding.UTF8.GetBytes(line)), fields ?? new InputFields());
}
