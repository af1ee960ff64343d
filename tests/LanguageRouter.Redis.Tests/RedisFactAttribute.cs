using System.Runtime.CompilerServices;
using LanguageRouter.Evaluation.Budgets;

namespace LanguageRouter.Redis.Tests;

/// <summary>A test that starts a real redis-server, and is skipped where the program is missing.</summary>
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!RedisServer.IsInstalled)
        {
            Skip = "redis-server is not installed (Debian package redis-server).";
        }
    }
}
