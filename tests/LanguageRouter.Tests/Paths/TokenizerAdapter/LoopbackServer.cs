using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

/// <summary>A server on loopback that answers as a script says: real sockets, real headers, real cuts.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<string, string, Answer> _script;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loop;
    private readonly Lock _lock = new();
    private readonly List<(string Path, string Body)> _requests = [];

    /// <param name="script">Gives the answer for a path and a body.</param>
    /// <param name="port">The port; a free one where it is 0.</param>
    public LoopbackServer(Func<string, string, Answer> script, int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _script = script;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    public IReadOnlyList<(string Path, string Body)> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var (path, body) = await ReadAsync(stream);
            lock (_lock)
            {
                _requests.Add((path, body));
            }

            var answer = _script(path, body);
            var head = $"HTTP/1.1 {answer.Status} x\r\ncontent-type: {answer.Type}\r\n{string.Concat(answer.Headers.Select(header => header + "\r\n"))}connection: close\r\n" +
                (answer.Cut || answer.Hang ? "transfer-encoding: chunked\r\n\r\n" : $"content-length: {Encoding.UTF8.GetByteCount(answer.Body)}\r\n\r\n");
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head), _end.Token);
            var bytes = Encoding.UTF8.GetBytes(answer.Body);
            if (answer.Cut || answer.Hang)
            {
                // A chunk that is begun and never ended by the closing chunk: the client must not take it for the end.
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), _end.Token);
                await stream.WriteAsync(bytes, _end.Token);
                await stream.WriteAsync("\r\n"u8.ToArray(), _end.Token);
                await stream.FlushAsync(_end.Token);
                if (answer.Hang)
                {
                    await Task.Delay(Timeout.Infinite, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                client.LingerState = new LingerOption(true, 0);
                return;
            }

            await stream.WriteAsync(bytes, _end.Token);
        }
    }

    private static async Task<(string Path, string Body)> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[1 << 20];
        var read = 0;
        while (true)
        {
            var got = await stream.ReadAsync(buffer.AsMemory(read));
            read += got;
            var head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
            if (head < 0)
            {
                continue;
            }

            var lines = Encoding.ASCII.GetString(buffer, 0, head).Split("\r\n");
            var length = lines.Where(line => line.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase)).Select(line => int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
            if (read >= head + 4 + length)
            {
                return (lines[0].Split(' ')[1], Encoding.UTF8.GetString(buffer, head + 4, length));
            }
        }
    }

    internal sealed record Answer(int Status, string Body, string Type = "application/json")
    {
        public IReadOnlyList<string> Headers { get; init; } = [];

        /// <summary>Gets a value indicating whether the connection is reset after the body.</summary>
        public bool Cut { get; init; }

        /// <summary>Gets a value indicating whether the connection stays open and silent after the body.</summary>
        public bool Hang { get; init; }
    }
}
