namespace LanguageRouter.Policies;

/// <summary>The checks that all parts of a configuration share; each mistake has its path and its fix.</summary>
internal static class OptionChecks
{
    private const decimal HighestPrice = 10_000;

    public static void Reference(string path, string? name, Func<string, bool> exists, string where, bool required, List<string> errors)
    {
        if (name is null)
        {
            if (required)
            {
                errors.Add($"{path} is missing. Fix: name one under {where}.");
            }
        }
        else if (!exists(name))
        {
            errors.Add($"{path} is '{name}', which is not under {where}. Fix: correct the name, or add it there.");
        }
    }

    public static void OnlyFor(bool applies, string path, string? value, string what, List<string> errors)
    {
        if (value is not null && !applies)
        {
            errors.Add($"{path} is '{value}', but only {what} has one. Fix: remove it, or correct the route's Kind.");
        }
    }

    public static void Price(string path, decimal? price, List<string> errors)
    {
        if (price is < 0 or > HighestPrice)
        {
            errors.Add(FormattableString.Invariant($"{path} is {price}. Fix: write USD of 0 to {HighestPrice}; leave it out where it is unknown."));
        }
    }

    public static void Above(double limit, string path, double? value, List<string> errors)
    {
        if (value <= limit)
        {
            errors.Add(FormattableString.Invariant($"{path} is {value}. Fix: write a number {(limit < 0 ? "of 0 or more" : "above 0")}."));
        }
    }

    public static void Duration(string path, TimeSpan? value, List<string> errors)
    {
        if (value < TimeSpan.Zero)
        {
            errors.Add($"{path} is {value:c}. Fix: write a duration of 0 or more.");
        }
    }
}
