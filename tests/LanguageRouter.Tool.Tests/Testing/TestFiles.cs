namespace LanguageRouter.Tool.Tests.Testing;

/// <summary>Files that a test needs: the repository's samples, the reference data, and a folder of its own.</summary>
internal static class TestFiles
{
    public static string Root { get; } = FindRoot();

    public static string RealModels => Path.Combine(Root, "samples", "config", "real-models.json");

    public static string LlmJp => Path.Combine(Root, "samples", "config", "llm-jp.json");

    /// <summary>A file of the reference data; the test is skipped where it is missing.</summary>
    public static string Data(params string[] path)
    {
        var file = Path.Combine([Root, "..", "shared", "data", .. path]);
        if (!File.Exists(file))
        {
            Assert.Skip($"The reference data {string.Join('/', path)} is missing.");
        }

        return Path.GetFullPath(file);
    }

    /// <summary>Writes a file into a folder that is gone after the test run.</summary>
    public static string Write(string name, string content)
    {
        var path = New(name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>A path in a fresh folder.</summary>
    public static string New(string name) => Path.Combine(Directory.CreateTempSubdirectory("language-router-").FullName, name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the tests.");
    }
}
