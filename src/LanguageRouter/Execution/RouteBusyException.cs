namespace LanguageRouter.Execution;

/// <summary>The exception that is thrown when a route carries as many requests as its <c>MaxConcurrency</c> allows, its queue is full or too slow, and no other route can serve. Nothing was sent.</summary>
public sealed class RouteBusyException : Exception
{
    /// <summary>Initializes a new instance without a message of its own.</summary>
    public RouteBusyException()
        : this("A route is full, and no other one can serve.")
    {
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="message">The message.</param>
    public RouteBusyException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance with a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RouteBusyException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
