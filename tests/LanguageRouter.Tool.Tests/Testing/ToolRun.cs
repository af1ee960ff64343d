using System.Text;
using System.Text.Json;

namespace LanguageRouter.Tool.Tests.Testing;

/// <summary>One run of the tool in this process, over streams in memory.</summary>
internal sealed record ToolRun(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<JsonElement> JsonLines => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Task<ToolRun> OfAsync(params string[] arguments) => WithInputAsync([], arguments);

    public static Task<ToolRun> WithInputAsync(string input, params string[] arguments) => WithInputAsync(Encoding.UTF8.GetBytes(input), arguments);

    public static async Task<ToolRun> WithInputAsync(byte[] input, params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var terminal = new Terminal { Input = new MemoryStream(input), Output = output, Error = error };
        var exitCode = await ToolCommand.RunAsync(arguments, terminal);
        return new ToolRun(exitCode, output.ToArray(), error.ToString());
    }
}
