using System.Net;
using System.Net.Sockets;

namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>An endpoint of the OpenAI protocol on loopback that fails as the model's name says; see <see cref="Fault"/>. Any other model answers.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly Func<FaultRequest, Fault> _choose;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private long _requests;

    /// <param name="choose">Says how to fail; as the model's name says where it is null.</param>
    public FaultServer(Func<FaultRequest, Fault>? choose = null)
    {
        _choose = choose ?? (request => Fault.Of(request.Model));
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}/v1";

    public long Requests => Interlocked.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var socket = await _listener.AcceptSocketAsync(_end.Token);
            socket.NoDelay = true;
            _ = ServeAsync(socket);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = new FaultConnection(socket, _end.Token);
        try
        {
            while (await connection.ReadAsync() is { } request)
            {
                Interlocked.Increment(ref _requests);
                if (!await _choose(request).ServeAsync(connection, request))
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The client has gone, which is what many of the faults are for.
        }
    }
}
