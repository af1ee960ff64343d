using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>One connection of the fault server, down to the bytes: what no HTTP library would send can be sent.</summary>
internal sealed class FaultConnection(Socket socket, CancellationToken end) : IDisposable
{
    private const byte TlsHandshake = 0x16;

    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly byte[] _buffer = new byte[1 << 14];
    private int _filled;

    /// <summary>Reads the next request; null where the client has gone.</summary>
    public async Task<FaultRequest?> ReadAsync()
    {
        var head = -1;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }

            if (_buffer[0] == TlsHandshake)
            {
                await RawAsync("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
                return null;
            }
        }

        var lines = Encoding.ASCII.GetString(_buffer, 0, head).Split("\r\n");
        var length = int.Parse(Header(lines, "content-length") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        while (_filled < head + 4 + length)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        var body = length == 0 ? new JsonObject() : JsonNode.Parse(_buffer.AsSpan(head + 4, length))!;
        _filled -= head + 4 + length;
        _buffer.AsSpan(head + 4 + length, _filled).CopyTo(_buffer);
        return new FaultRequest(lines[0].Split(' ')[1], Header(lines, "authorization"), body);
    }

    public Task WholeAsync(int status, string type, string body, string headers = "") =>
        RawAsync($"HTTP/1.1 {status} x\r\ncontent-type: {type}\r\n{headers}content-length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public Task BeginStreamAsync(string type = "text/event-stream") =>
        RawAsync($"HTTP/1.1 200 OK\r\ncontent-type: {type}\r\ntransfer-encoding: chunked\r\n\r\n");

    public Task ChunkAsync(string text) => RawAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    public Task EventAsync(string data) => ChunkAsync($"data: {data}\n\n");

    public Task EndStreamAsync() => RawAsync("0\r\n\r\n");

    public Task RawAsync(string text) => _stream.WriteAsync(Encoding.UTF8.GetBytes(text), end).AsTask();

    /// <summary>Says nothing more, and keeps the connection until the client gives up.</summary>
    public async Task HangAsync()
    {
        while (await FillAsync())
        {
            _filled = 0;
        }
    }

    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public void Dispose() => _stream.Dispose();

    private static string? Header(string[] lines, string name) =>
        lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private async Task<bool> FillAsync()
    {
        try
        {
            var read = await _stream.ReadAsync(_buffer.AsMemory(_filled), end);
            _filled += read;
            return read > 0;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }
}
