using System.Net.Sockets;

namespace LabTest.Instruments.Simulation.Serving;

/// <summary>Takes the clients of one simulated instrument.</summary>
internal sealed class SimulatorListener(Socket socket, SimulatedInstrument instrument, LabClock clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<Task> _connections = [];

    /// <summary>Serves until it is cancelled and the last client is gone.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        using (socket)
        {
            while (await Accept(cancellationToken).ConfigureAwait(false) is { } client)
            {
                _connections.RemoveAll(c => c.IsCompleted);
                _connections.Add(new SimulatorConnection(client, instrument, clock).Run(cancellationToken));
            }
        }

        await Task.WhenAll(_connections).ConfigureAwait(false);
    }

    private async Task<Socket?> Accept(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                return await socket.AcceptAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException)
            {
                // A client that was gone before it was taken, or no descriptors left for now.
                await Task.Delay(Pause, clock.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        return null;
    }
}
