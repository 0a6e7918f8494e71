using System.Net.Sockets;

namespace LabTest.Instruments.Transports;

/// <summary>
/// A raw TCP socket (<c>TCPIP0::host::port::SOCKET</c>). An answer that comes at once is taken on the calling thread, without a detour over the
/// thread pool; one that takes longer is awaited.
/// </summary>
internal sealed class SocketTransport(ResourceAddress address, TimeProvider time) : IInstrumentTransport
{
    private const int MicrosecondsAtOnce = 300;

    private Socket? _socket;

    public string Address => address.Text;

    public async ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(static s => ((CancellationTokenSource)s!).Cancel(), deadline, timeout, Timeout.InfiniteTimeSpan);
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, deadline.Token).ConfigureAwait(false);
            _socket = socket;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TransportException(TransportFailure.Timeout, Address, $"No connection to {Address} within {timeout.TotalSeconds:0.###} s. Is the instrument on, and is the address right?");
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new TransportException(TransportFailure.Refused, Address, $"No connection to {Address}: {e.Message}. Is the instrument on, its socket interface enabled, and the address right?", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public ValueTask Write(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var socket = Opened();
        try
        {
            // A command fits the kernel's buffer; what does not is awaited.
            var sent = socket.Send(message.Span, SocketFlags.None);
            return sent == message.Length ? ValueTask.CompletedTask : WriteRest(message[sent..], timeout, cancellationToken);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
        {
            return WriteRest(message, timeout, cancellationToken);
        }
        catch (SocketException e)
        {
            throw Closed(e);
        }
    }

    public ValueTask<int> Read(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var socket = Opened();
        try
        {
            if (!socket.Poll(MicrosecondsAtOnce, SelectMode.SelectRead))
                return ReadLater(buffer, timeout, cancellationToken);
            var received = socket.Receive(buffer.Span, SocketFlags.None);
            return received > 0 ? ValueTask.FromResult(received) : throw Closed(null);
        }
        catch (SocketException e)
        {
            throw Closed(e);
        }
    }

    public async ValueTask Clear(TimeSpan timeout, CancellationToken cancellationToken)
    {
        // A socket has no device clear; a new connection is the one way to be in step again.
        _socket?.Dispose();
        _socket = null;
        await Open(timeout, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _socket?.Dispose();
        _socket = null;
        return ValueTask.CompletedTask;
    }

    private async ValueTask WriteRest(ReadOnlyMemory<byte> rest, TimeSpan timeout, CancellationToken cancellationToken)
    {
        while (rest.Length > 0)
        {
            var sent = await InTime(token => Opened().SendAsync(rest, SocketFlags.None, token), "send to", timeout, cancellationToken).ConfigureAwait(false);
            rest = rest[sent..];
        }
    }

    private async ValueTask<int> ReadLater(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var received = await InTime(token => Opened().ReceiveAsync(buffer, SocketFlags.None, token), "hear from", timeout, cancellationToken).ConfigureAwait(false);
        return received > 0 ? received : throw Closed(null);
    }

    private async ValueTask<int> InTime(Func<CancellationToken, ValueTask<int>> transfer, string verb, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(static s => ((CancellationTokenSource)s!).Cancel(), deadline, timeout, Timeout.InfiniteTimeSpan);
        try
        {
            return await transfer(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransportException(TransportFailure.Timeout, Address, $"Nothing to {verb} {Address} within {timeout.TotalSeconds:0.###} s");
        }
        catch (SocketException e)
        {
            throw Closed(e);
        }
    }

    private Socket Opened() => _socket ?? throw new TransportException(TransportFailure.Closed, Address, $"The connection to {Address} is not open");

    private TransportException Closed(SocketException? cause) => new(
        TransportFailure.Closed, Address, $"{Address} closed the connection{(cause is null ? "" : $": {cause.Message}")}. Was the instrument switched off, or is another program connected to it?", cause);
}
