namespace LanguageRouter.Paths.Translation.Structure;

/// <summary>Where a value of a JSON text is: the names from the root on, <see cref="Item"/> for an item of an array.</summary>
internal readonly struct JsonPath(Stack<string?> outer, string? last)
{
    /// <summary>The name of every item of an array.</summary>
    public const string Item = "[]";

    /// <summary>Gets the name of the property that holds the value, directly or in arrays.</summary>
    public string? Property => last != Item ? last : outer.FirstOrDefault(n => n is not null && n != Item);

    /// <summary>Lists the names from the root to the value.</summary>
    public IEnumerable<string> Names => outer.Reverse().Append(last).OfType<string>();
}
