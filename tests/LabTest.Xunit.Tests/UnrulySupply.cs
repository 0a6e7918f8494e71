using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LabTest.Xunit.Tests;

/// <summary>A supply on a real socket that does what real ones do: closes idle connections, takes one at a time, ignores a command, dies and comes back.</summary>
internal sealed class UnrulySupply : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = new();
    private readonly TaskCompletionSource _measured = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;
    private readonly int _port;
    private TcpListener _listener;
    private volatile bool _isStuck;
    private volatile bool _isDown;
    private volatile bool _closes;
    private volatile string _end = "\n";
    private double _voltage;
    private bool _wasOn;

    public UnrulySupply()
    {
        _listener = Listen(0);
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = Serve();
    }

    public string Address => $"TCPIP0::127.0.0.1::{_port}::SOCKET";

    /// <summary>Whether its output is on.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Whether its output was left on by a run before.</summary>
    public bool WasLeftOn { init => IsOn = value; }

    /// <summary>Answers <c>BUSY</c> to each question but who it is, and does nothing that it is told.</summary>
    public bool IsBusy { get; init; }

    public IReadOnlyCollection<string> Commands => _commands;

    /// <summary>Complete once it was asked what it measures.</summary>
    public Task Measured => _measured.Task;

    /// <summary>Closes a connection on which nothing came for so long.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>Takes one connection at a time, and so long after it was closed none.</summary>
    public TimeSpan? FreeAfter { get; init; }

    /// <summary>Does not switch off.</summary>
    public bool StaysOn { get; init; }

    /// <summary>What its voltage reads back too high, once it was on.</summary>
    public double Error { get; init; }

    /// <summary>Answers nothing that asks for a setting.</summary>
    public bool IsMute { get; init; }

    /// <summary>What it does when it is asked what it measures: <c>answers</c>, <c>turns to CR</c> as the end of its answers, <c>drops</c> the connection, <c>dies</c>, <c>sticks</c> (on that connection), <c>hangs</c> (on all).</summary>
    public string WhenMeasured { get; init; } = "answers";

    /// <summary>How long after its death it comes back; null for never.</summary>
    public TimeSpan? BackAfter { get; init; }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        foreach (var client in _clients.Keys)
            client.Dispose();
        await _serving;
        _ended.Dispose();
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        return listener;
    }

    private async Task Serve()
    {
        List<Task> served = [];
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                _clients[client] = true;
                var serving = Task.Run(() => Serve(client), CancellationToken.None);
                served.Add(serving);
                if (FreeAfter is not { } busy)
                    continue;
                _listener.Stop();
                await serving;
                await Task.Delay(busy, _ended.Token);
                _listener = Listen(_port);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException && _isDown && !_ended.IsCancellationRequested)
            {
                if (BackAfter is not { } back)
                    break;
                await Task.Delay(back, CancellationToken.None);
                _isDown = false;
                _listener = Listen(_port);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                break;
            }
        }

        await Task.WhenAll(served);
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
            while (true)
            {
                using var quiet = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
                if (Idle is { } idle)
                    quiet.CancelAfter(idle);
                if (await reader.ReadLineAsync(quiet.Token) is not { } command)
                    return;
                if (_isStuck && WhenMeasured == "hangs")
                    await Task.Delay(Timeout.Infinite, _ended.Token);
                _commands.Enqueue(command);
                if (await Answer(command) is { } answer)
                    await writer.WriteAsync(answer + _end);
                if (_closes)
                {
                    _closes = false;
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Closed, by either side.
        }
        finally
        {
            _clients.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private async Task<string?> Answer(string command)
    {
        var (header, value) = command.Split(' ') is [var h, var v] ? (h, v) : (command, "");
        switch (header)
        {
            case "*IDN?":
                return "ACME,UNRULY,1,1";
            case not null when IsBusy:
                return header.EndsWith('?') ? "BUSY" : null;
            case "VOLT":
                _voltage = double.Parse(value, CultureInfo.InvariantCulture);
                return null;
            case "OUTP":
                IsOn = value == "1" || (IsOn && StaysOn);
                _wasOn |= IsOn;
                return null;
            case "VOLT?" when !IsMute:
                return (_voltage + (_wasOn ? Error : 0)).ToString(CultureInfo.InvariantCulture);
            case "OUTP?" when !IsMute:
                return IsOn ? "1" : "0";
            case "MEAS?":
                return await Measure();
            default:
                return null;
        }
    }

    private async Task<string?> Measure()
    {
        _measured.TrySetResult();
        switch (WhenMeasured)
        {
            case "sticks" or "hangs":
                _isStuck = true;
                await Task.Delay(Timeout.Infinite, _ended.Token);
                return null;
            case "dies":
                _isDown = _closes = true;
                _listener.Stop();
                break;
            case "turns to CR":
                _end = "\r";
                break;
            case "drops":
                _closes = true;
                break;
        }

        return "5";
    }
}
