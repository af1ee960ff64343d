namespace LanguageRouter.Signals.Languages;

/// <summary>Reads the trained tables out of the assembly.</summary>
internal static class LanguageResource
{
    /// <summary>Reads a table.</summary>
    /// <param name="name">Its file name.</param>
    /// <exception cref="InvalidOperationException">The assembly was built without it.</exception>
    public static byte[] Read(string name)
    {
        using var stream = typeof(LanguageResource).Assembly.GetManifestResourceStream($"LanguageRouter.Signals.Languages.{name}")
            ?? throw new InvalidOperationException($"The resource '{name}' is missing from the assembly.");
        var table = new byte[stream.Length];
        stream.ReadExactly(table);
        return table;
    }
}
