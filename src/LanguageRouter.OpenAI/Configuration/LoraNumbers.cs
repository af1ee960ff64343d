using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.OpenAI.Configuration;

/// <summary>The numbers that a llama.cpp server gives its LoRA adapters, by the names that routes use. Equal where the content is.</summary>
internal sealed class LoraNumbers(ImmutableSortedDictionary<string, int> numbers) : IEquatable<LoraNumbers>
{
    private readonly ImmutableSortedDictionary<string, int> _numbers = numbers;

    public IEnumerable<string> Names => _numbers.Keys;

    public static LoraNumbers Read(IConfigurationSection section, List<string> errors)
    {
        var numbers = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var child in section.GetChildren())
        {
            if (int.TryParse(child.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers[child.Key] = number;
            }
            else
            {
                errors.Add($"{child.Path} is '{child.Value}'. Fix: write the adapter's number at the server, counted from 0 in the order of its --lora options.");
            }
        }

        return new LoraNumbers(numbers.ToImmutable());
    }

    public bool TryGet(string adapter, out int number) => _numbers.TryGetValue(adapter, out number);

    public bool Equals(LoraNumbers? other) => other is not null && _numbers.SequenceEqual(other._numbers);

    public override bool Equals(object? obj) => Equals(obj as LoraNumbers);

    public override int GetHashCode() => _numbers.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));
}
