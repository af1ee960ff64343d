namespace LanguageRouter.Learning;

/// <summary>The observations of one cell, summed up with weights that fade with their age.</summary>
/// <param name="Weight">The sum of the weights at <paramref name="AsOf"/>: how many fresh observations they are worth.</param>
/// <param name="Sum">The weighted sum of the values.</param>
/// <param name="Squares">The weighted sum of their squares.</param>
/// <param name="AsOf">The time that the sums are of.</param>
public readonly record struct QualitySum(double Weight, double Sum, double Squares, DateTimeOffset AsOf)
{
    /// <summary>Gets the weighted mean; 0 where there is no weight.</summary>
    public double Mean => Weight > 0 ? Sum / Weight : 0;

    /// <summary>Gets the sums at a later time.</summary>
    /// <param name="time">The time; an earlier one changes nothing.</param>
    /// <param name="halfLife">The age at which an observation counts half.</param>
    /// <returns>The sums.</returns>
    public QualitySum At(DateTimeOffset time, TimeSpan halfLife)
    {
        if (time <= AsOf)
        {
            return this;
        }

        var share = Math.Pow(2, -((time - AsOf) / halfLife));
        return new(Weight * share, Sum * share, Squares * share, time);
    }

    /// <summary>Adds a value, or takes one back. The order of additions does not matter.</summary>
    /// <param name="value">The value.</param>
    /// <param name="time">When it was seen; it may be earlier than what is there already.</param>
    /// <param name="halfLife">The age at which an observation counts half.</param>
    /// <param name="sign">1 adds, -1 takes back what was added with the same value and time.</param>
    /// <returns>The sums.</returns>
    public QualitySum Add(double value, DateTimeOffset time, TimeSpan halfLife, int sign = 1)
    {
        var sums = At(time, halfLife);
        var weight = sign * Math.Pow(2, -((sums.AsOf - time) / halfLife));
        return new(Math.Max(0, sums.Weight + weight), sums.Sum + weight * value, Math.Max(0, sums.Squares + weight * value * value), sums.AsOf);
    }
}
