using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Times the npm package tiktoken-node (Rust) on the same texts, in a process of its own.</summary>
/// <remarks>Needs node, and a folder where <c>npm install tiktoken-node</c> was run. Version 0.0.7 knows cl100k_base and not o200k_base.</remarks>
internal static class TiktokenNode
{
    public const string Encoding = "cl100k_base";

    private const string Script = """
        const { readFileSync } = require('fs');
        const encoding = require('tiktoken-node').getEncoding('cl100k_base');
        for (let i = 0; i < 300; i++) encoding.encode('warm ' + i + ' 予熱');
        const times = JSON.parse(readFileSync(process.argv[1], 'utf8')).map(text => {
          const start = process.hrtime.bigint();
          encoding.encode(text);
          return Number(process.hrtime.bigint() - start);
        }).sort((a, b) => a - b);
        console.log(times[Math.floor(times.length / 2)]);
        """;

    /// <summary>The median time of a text in nanoseconds.</summary>
    public static double Median(string folder, IReadOnlyList<string> texts)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(texts));
            using var node = Process.Start(new ProcessStartInfo("node") { WorkingDirectory = folder, ArgumentList = { "-e", Script, file }, RedirectStandardOutput = true })
                ?? throw new InvalidOperationException("node did not start. Fix: install it, or leave the folder away.");
            var output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return node.ExitCode == 0
                ? double.Parse(output, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"node ended with {node.ExitCode} in '{folder}'. Fix: run npm install tiktoken-node there.");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
