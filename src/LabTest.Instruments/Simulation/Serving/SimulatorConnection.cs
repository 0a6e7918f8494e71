using System.Buffers;
using System.Diagnostics;
using System.Net.Sockets;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation.Serving;

/// <summary>
/// One client of a simulated instrument: its messages in their order, each answered before the next is looked at. Answers wait here up to a limit; where
/// the client does not read them, nothing more is done for it, and in the end it is dropped.
/// </summary>
internal sealed class SimulatorConnection(Socket socket, SimulatedInstrument instrument, SimulatorHost host)
{
    /// <summary>How much of a line without an end is read before the client is dropped.</summary>
    public const int MostEndless = 16 << 20;

    // How much waits here before it is sent, and what the system may hold of what was sent.
    private const int MostWaiting = 32 * 1024;
    private const int SendBuffer = 256 * 1024;

    // The commands of a message are done at a stretch as long as they take less than this.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMilliseconds(10);

    private readonly MessageFraming _framing = new(instrument.Link.WriteTerminator);
    private readonly ArrayBufferWriter<byte> _waiting = new();
    private readonly string _client = $"{socket.RemoteEndPoint}";
    private TimeSpan _delay;
    private bool _hasSent;

    /// <summary>When the client was last heard: higher is later; 0 while it has not said anything.</summary>
    public long LastHeard { get; private set; }

    /// <summary>Whether the client is gone.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Drops the client.</summary>
    /// <param name="why">Why, for the log.</param>
    /// <param name="isTold">Whether the log is told.</param>
    public void Drop(string why, bool isTold = true)
    {
        if (IsOver)
            return;
        IsOver = true;
        if (isTold)
            host.Options.Log($"{instrument.Alias}: the client {_client} was dropped: {why}");
        socket.Dispose();
    }

    /// <summary>Answers until the client goes, or it is cancelled. Nothing a client does ends more than its own connection.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        using (socket)
        {
            try
            {
                (socket.NoDelay, socket.SendBufferSize) = (true, SendBuffer);
                while (await socket.ReceiveAsync(_framing.Space(), SocketFlags.None, cancellationToken).ConfigureAwait(false) is > 0 and var received)
                {
                    LastHeard = host.Heard();
                    _framing.Received(received);
                    if (!await AnswerAll(cancellationToken).ConfigureAwait(false))
                        return;
                    if (_framing.Dropped > MostEndless)
                        Drop($"it sent more than {MostEndless} bytes without the end of a message");
                    await Task.Yield();     // bytes that never end come without waiting
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The client vanished, or was dropped.
            }
            catch (TimeoutException)
            {
                Drop($"it left its answers unread for {host.Options.Patience.TotalSeconds:0.###} s");
            }
            catch (OperationCanceledException)
            {
                // The server stops.
            }
            finally
            {
                IsOver = true;
            }
        }
    }

    private async ValueTask<bool> AnswerAll(CancellationToken cancellationToken)
    {
        while (_framing.Next() is { } arrived)
        {
            if (arrived.IsOverrun)
                instrument.Refuse(ScpiError.InputBufferOverrun);
            else if (!await Answer(arrived.Text, cancellationToken).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    private async ValueTask<bool> Answer(string text, CancellationToken cancellationToken)
    {
        (_delay, _hasSent) = (instrument.Model.Simulation.Latency, false);
        using var message = new SimulatedMessage(instrument, text);
        for (var goesOn = true; goesOn;)
        {
            await host.Turn(cancellationToken).ConfigureAwait(false);
            try
            {
                goesOn = DoSome(message);
            }
            finally
            {
                host.EndTurn();
            }

            if (message.Disconnects)
                return false;
            if (!goesOn || _waiting.WrittenCount > MostWaiting)
                await Send(cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    // Does commands until the message ends, the turn does, or enough answers wait; true if there may be more to do.
    private bool DoSome(SimulatedMessage message)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            while (_waiting.WrittenCount <= MostWaiting && Stopwatch.GetElapsedTime(start) < LongestTurn)
            {
                if (!message.MoveNext())
                {
                    if (!message.Disconnects)
                        message.End(_waiting);
                    return false;
                }

                _delay += message.Do(_waiting);
            }

            return true;
        }
        catch (SimulationException e)
        {
            // An entry of the queue is one line of at most 255 characters (SCPI-99, volume 2, chapter 21).
            var line = string.Concat(e.Message.Take(255).Select(c => char.IsControl(c) ? ' ' : c));
            instrument.Refuse(ScpiError.DeviceSpecific with { Message = line });
            if (_hasSent)
                message.End(_waiting);
            else
                _waiting.ResetWrittenCount();
            return false;
        }
    }

    private async ValueTask Send(CancellationToken cancellationToken)
    {
        if (_waiting.WrittenCount == 0)
            return;
        await host.Clock.Delay(_delay, cancellationToken).ConfigureAwait(false);
        _delay = TimeSpan.Zero;
        for (var rest = _waiting.WrittenMemory; !rest.IsEmpty;)
        {
            var sending = socket.SendAsync(rest, SocketFlags.None, cancellationToken);
            rest = rest[(sending.IsCompletedSuccessfully ? await sending.ConfigureAwait(false) : await WithPatience(sending.AsTask()).ConfigureAwait(false))..];
        }

        _hasSent = true;
        // One long answer is no reason to hold as much for ever.
        if (_waiting.Capacity > 2 * MostWaiting)
            _waiting.Clear();
        _waiting.ResetWrittenCount();
    }

    private async Task<int> WithPatience(Task<int> sending)
    {
        try
        {
            return await sending.WaitAsync(host.Options.Patience, host.Clock.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The socket is closed under it, and nobody else looks at how it ends.
            _ = sending.ContinueWith(static s => s.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }
}
