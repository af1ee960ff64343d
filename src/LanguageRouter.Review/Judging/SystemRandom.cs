using System.Security.Cryptography;

namespace LanguageRouter.Review.Judging;

/// <summary>Draws evenly from 0 to 1, 1 excluded, where no other source of randomness is injected.</summary>
internal static class SystemRandom
{
    public static double Next() => (double)RandomNumberGenerator.GetInt32(int.MaxValue) / int.MaxValue;
}
