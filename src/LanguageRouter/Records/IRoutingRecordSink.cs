namespace LanguageRouter.Records;

/// <summary>Takes the records of finished requests, off the path of the requests.</summary>
/// <remarks>
/// Records arrive one after another on one background task. An exception is counted and logged, and the record goes on to the other sinks;
/// it never reaches a request.
/// </remarks>
public interface IRoutingRecordSink
{
    /// <summary>Writes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Cancelled when the application has been stopping for 30 seconds.</param>
    /// <returns>A task that ends when the sink has taken the record.</returns>
    ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken);
}
