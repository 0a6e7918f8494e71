using System.Net.Sockets;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation.Serving;

/// <summary>One client of a simulated instrument: its messages in their order, each answered before the next is looked at.</summary>
internal sealed class SimulatorConnection(Socket socket, SimulatedInstrument instrument, LabClock clock)
{
    private readonly MessageFraming _framing = new(instrument.Link.WriteTerminator);

    /// <summary>Answers until the client goes, or it is cancelled. Nothing a client does ends more than its own connection.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        using (socket)
        {
            try
            {
                socket.NoDelay = true;
                while (await socket.ReceiveAsync(_framing.Space(), SocketFlags.None, cancellationToken).ConfigureAwait(false) is > 0 and var received)
                {
                    _framing.Received(received);
                    if (!await AnswerAll(cancellationToken).ConfigureAwait(false))
                        return;
                }
            }
            catch (SocketException)
            {
                // The client vanished.
            }
            catch (OperationCanceledException)
            {
                // The server stops.
            }
        }
    }

    private async ValueTask<bool> AnswerAll(CancellationToken cancellationToken)
    {
        while (_framing.Next() is { } arrived)
        {
            if (arrived.IsOverrun)
            {
                instrument.Refuse(ScpiError.InputBufferOverrun);
                continue;
            }

            var reply = Perform(arrived.Text);
            if (reply.Disconnects)
                return false;
            await clock.Delay(reply.Delay, cancellationToken).ConfigureAwait(false);
            for (var rest = reply.Bytes; !rest.IsEmpty;)
                rest = rest[await socket.SendAsync(rest, SocketFlags.None, cancellationToken).ConfigureAwait(false)..];
        }

        return true;
    }

    private SimulatedReply Perform(string message)
    {
        try
        {
            return instrument.Receive(message);
        }
        catch (SimulationException e)
        {
            // An entry of the queue is one line of at most 255 characters (SCPI-99, volume 2, chapter 21).
            var line = string.Concat(e.Message.Take(255).Select(c => char.IsControl(c) ? ' ' : c));
            instrument.Refuse(ScpiError.DeviceSpecific with { Message = line });
            return SimulatedReply.Nothing;
        }
    }
}
