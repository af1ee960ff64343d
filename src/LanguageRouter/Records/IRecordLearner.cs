namespace LanguageRouter.Records;

/// <summary>Learns from every record, before the sinks get it: on the one background task, one record after another.</summary>
/// <remarks>An exception is counted and logged, and the record goes on.</remarks>
internal interface IRecordLearner
{
    void Learn(RoutingRecord record);
}
