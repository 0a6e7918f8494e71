using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LabTest.Recording.Tests;

/// <summary>A keysight/edu36311a on a real socket that can go wrong: it takes one connection, identifies itself, and answers as a test says.</summary>
internal sealed class FakeSupply : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _sent = new();
    private readonly Task _serving;

    /// <summary>Begins to serve one connection.</summary>
    /// <param name="answer">The answer to a query; none closes the connection.</param>
    public FakeSupply(Func<string, string?> answer)
    {
        _listener.Start();
        Address = $"TCPIP0::127.0.0.1::{((IPEndPoint)_listener.LocalEndpoint).Port}::SOCKET";
        _serving = Serve(answer);
    }

    public string Address { get; }

    /// <summary>The answer of one that has no errors and is switched off.</summary>
    /// <param name="query">The query.</param>
    /// <param name="otherwise">The answer to what it measures.</param>
    public static string Answer(string query, string otherwise) => query switch
    {
        "*OPC?" => "1",
        _ when query.StartsWith("OUTP?", StringComparison.Ordinal) || query.StartsWith("VOLT?", StringComparison.Ordinal) => "0",
        _ when query.EndsWith("SYST:ERR?", StringComparison.Ordinal) => "+0,\"No error\"",
        _ => otherwise,
    };

    /// <summary>What was sent to it, once its connection is closed.</summary>
    public async Task<IReadOnlyCollection<string>> Sent()
    {
        await _serving.WaitAsync(TestContext.Current.CancellationToken);
        return _sent;
    }

    public async ValueTask DisposeAsync()
    {
        await _serving.WaitAsync(TestContext.Current.CancellationToken);
        _listener.Dispose();
    }

    private async Task Serve(Func<string, string?> answer)
    {
        using var client = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        _listener.Stop();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\n" };
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } message)
        {
            _sent.Enqueue(message);
            if (!message.Contains('?', StringComparison.Ordinal))
                continue;
            if ((message == "*IDN?" ? "Keysight Technologies,EDU36311A,CN61131234,1.0" : answer(message)) is not { } answered)
                return;
            await writer.WriteLineAsync(answered);
        }
    }
}
