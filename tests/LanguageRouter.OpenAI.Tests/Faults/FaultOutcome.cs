using LanguageRouter.Records;

namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>What a caller saw of one request, and what the record says.</summary>
/// <param name="Text">The text that reached the caller.</param>
/// <param name="Error">The exception that reached the caller; null where the answer ended well.</param>
/// <param name="Elapsed">The time from the request to its end.</param>
/// <param name="Record">The record.</param>
internal sealed record FaultOutcome(string Text, Exception? Error, TimeSpan Elapsed, RoutingRecord Record);
