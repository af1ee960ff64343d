using System.Text.Json;
using System.Text.Json.Serialization;

namespace LanguageRouter.Review.Records;

/// <summary>Writes kept records as JSON and reads them back: the form of the store's detail column and of the JSON Lines export.</summary>
/// <remarks>
/// Values that are 0, false or absent are left out, lists never are: what has another initial value than its type's default is always written,
/// because the generated reader does not keep initial values.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(CostIntervalConverter), typeof(TokenIntervalConverter), typeof(MillisecondsConverter)])]
[JsonSerializable(typeof(StoredRecord))]
[JsonSerializable(typeof(StoredPolicy))]
[JsonSerializable(typeof(StoredFeedback))]
[JsonSerializable(typeof(StoredComparison))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    public static byte[] Write(StoredRecord record)
    {
        using var buffer = new RecordBuffer();
        buffer.Write([record], 0, 1);
        return buffer[0].ToArray();
    }

    /// <exception cref="InvalidDataException">The record is of a later version, or no record.</exception>
    public static StoredRecord Read(ReadOnlySpan<byte> json)
    {
        StoredRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(json, Default.StoredRecord);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"A kept record cannot be read: {exception.Message} Fix: read it with the version of LanguageRouter.Review that wrote it.", exception);
        }

        return record is null ? throw new InvalidDataException("A kept record is empty.")
            : record.Version > Records.StoredRecord.CurrentVersion
                ? throw new InvalidDataException($"Record {record.Id} has version {record.Version}, this library reads up to {Records.StoredRecord.CurrentVersion}. Fix: update LanguageRouter.Review.")
            : record;
    }
}
