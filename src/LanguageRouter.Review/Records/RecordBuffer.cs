using System.Buffers;
using System.Text.Json;

namespace LanguageRouter.Review.Records;

/// <summary>The JSON of some records in one buffer that is used again.</summary>
/// <remarks>Not safe for concurrent use.</remarks>
internal sealed class RecordBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4 * 1024);
    private readonly List<int> _ends = [];
    private readonly Utf8JsonWriter _json;

    public RecordBuffer() => _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { SkipValidation = true });

    /// <summary>The JSON of one of the records that were written last.</summary>
    public ReadOnlySpan<byte> this[int index] => _bytes.WrittenSpan[(index == 0 ? 0 : _ends[index - 1]).._ends[index]];

    /// <summary>Writes records in place of those that are there.</summary>
    public void Write(IReadOnlyList<StoredRecord> records, int from, int count)
    {
        _bytes.ResetWrittenCount();
        _ends.Clear();
        for (var i = from; i < from + count; i++)
        {
            _json.Reset();
            RecordWriter.Write(_json, records[i]);
            _json.Flush();
            _ends.Add(_bytes.WrittenCount);
        }
    }

    public void Dispose() => _json.Dispose();
}
