using System.Diagnostics;
using System.Net.Sockets;

namespace LabTest.Instruments.Transports;

/// <summary>
/// A raw TCP socket (<c>TCPIP0::host::port::SOCKET</c>), used without .NET's event loop: the socket never blocks; an answer is looked for during some
/// microseconds and then awaited for a millisecond on the calling thread; a slower one is waited for on a thread of its own. A single asynchronous operation
/// would put the socket under the event loop for good, which then wakes for every answer and takes half as long again as the answer itself.
/// </summary>
internal sealed class SocketTransport(ResourceAddress address, TimeProvider time) : IInstrumentTransport
{
    private const int MostAtOnce = 16 * 1024;
    private const int ShortestPause = 16;
    private const int LongestPause = 4096;
    private static readonly TimeSpan LookFor = TimeSpan.FromMicroseconds(40);
    private static readonly TimeSpan WaitFor = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(10);

    private Socket? _socket;
    private int _unlooked = Environment.ProcessorCount > 1 ? 0 : int.MaxValue;
    private int _pause = ShortestPause;

    public string Address => address.Text;

    public bool StartsAfresh => true;

    public async ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await DisposeAsync().ConfigureAwait(false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = time.CreateTimer(static s => ((CancellationTokenSource)s!).Cancel(), deadline, timeout, Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            Exception? failure = null;
            await using (deadline.Token.Register(socket.Dispose).ConfigureAwait(false))
                failure = await OnThread(() => Connect(socket)).ConfigureAwait(false);
            if (failure is null && !deadline.IsCancellationRequested)
            {
                socket.Blocking = false;
                _socket = socket;
                return;
            }

            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw deadline.IsCancellationRequested
                ? new TransportException(TransportFailure.Timeout, Address, $"No connection to {Address} within {timeout.TotalSeconds:0.###} s. Is the instrument on, and is the address right?", failure)
                : new TransportException(TransportFailure.Refused, Address, $"No connection to {Address}: {Cause(failure!)}. Is the instrument on, its socket interface enabled, and the address right?", failure);
        }
    }

    public int TakeArrived(Span<byte> buffer) => Receive(Opened(), buffer);

    public ValueTask Write(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var socket = Opened();
        if (message.Length > MostAtOnce)
            return new ValueTask(OnThread(() => Send(socket, message.Span, timeout)));

        // A command fits the kernel's buffer.
        Send(socket, message.Span, timeout);
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> Read(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var socket = Opened();
        var received = Look(socket, buffer.Span);
        if (received == 0 && IsReadable(socket, WaitFor))
            received = Receive(socket, buffer.Span);
        return received > 0 ? ValueTask.FromResult(received) : new ValueTask<int>(OnThread(() => Await(socket, buffer, timeout, cancellationToken)));
    }

    public ValueTask<bool> ClearDevice(TimeSpan timeout, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public ValueTask DisposeAsync()
    {
        _socket?.Dispose();
        _socket = null;
        return ValueTask.CompletedTask;
    }

    private Exception? Connect(Socket socket)
    {
        try
        {
            socket.Connect(address.Host, address.Port);
            return null;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return e;
        }
    }

    // Without the address, which the message has already.
    private static string Cause(Exception failure) => failure is SocketException socket ? new SocketException((int)socket.SocketErrorCode).Message : failure.Message;

    private int Send(Socket socket, ReadOnlySpan<byte> message, TimeSpan timeout)
    {
        var (sent, start) = (0, time.GetTimestamp());
        try
        {
            while (true)
            {
                sent += socket.Send(message[sent..], SocketFlags.None, out var error);
                if (sent == message.Length)
                    return sent;
                if (error is not (SocketError.Success or SocketError.WouldBlock or SocketError.Interrupted))
                    throw Closed(new SocketException((int)error));
                var left = timeout - time.GetElapsedTime(start);
                if (left <= TimeSpan.Zero)
                {
                    // After half a message another would be taken for its rest.
                    if (sent > 0)
                        socket.Dispose();
                    throw TransportException.Full(Address, timeout);
                }

                socket.Poll(left < Slice ? left : Slice, SelectMode.SelectWrite);
            }
        }
        catch (ObjectDisposedException)
        {
            throw Closed(null);
        }
    }

    // An answer from the same machine or segment comes sooner than a thread that was put to sleep wakes. Where looking for it was in vain, because the
    // instrument is slow or the processors are busy, the next answers are not looked for.
    private int Look(Socket socket, Span<byte> buffer)
    {
        if (_unlooked > 0)
        {
            _unlooked--;
            return 0;
        }

        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var received = Receive(socket, buffer);
            if (received > 0)
            {
                _pause = ShortestPause;
                return received;
            }

            if (Stopwatch.GetElapsedTime(start) < LookFor)
                continue;
            _unlooked = _pause;
            _pause = Math.Min(2 * _pause, LongestPause);
            return 0;
        }
    }

    // How many bytes are there; none where nothing has come.
    private int Receive(Socket socket, Span<byte> buffer)
    {
        try
        {
            var received = socket.Receive(buffer, SocketFlags.None, out var error);
            return error switch
            {
                SocketError.Success => received > 0 ? received : throw Closed(null),
                SocketError.WouldBlock or SocketError.TimedOut or SocketError.Interrupted => 0,
                _ => throw Closed(new SocketException((int)error)),
            };
        }
        catch (ObjectDisposedException)
        {
            throw Closed(null);
        }
    }

    // Waits in slices, so that a cancellation is soon seen.
    private int Await(Socket socket, Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = timeout - time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
                throw TransportException.Silent(Address, timeout);
            if (IsReadable(socket, left < Slice ? left : Slice) && Receive(socket, buffer.Span) is > 0 and var received)
                return received;
        }
    }

    private bool IsReadable(Socket socket, TimeSpan within)
    {
        try
        {
            return socket.Poll(within, SelectMode.SelectRead);
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            throw Closed(e as SocketException);
        }
    }

    private static Task<T> OnThread<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    private Socket Opened() => _socket ?? throw new TransportException(TransportFailure.Closed, Address, $"The connection to {Address} is not open; open the station again");

    private TransportException Closed(SocketException? cause) => TransportException.Closed(Address, cause);
}
