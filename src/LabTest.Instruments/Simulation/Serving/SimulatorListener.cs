using System.Net.Sockets;

namespace LabTest.Instruments.Simulation.Serving;

/// <summary>Takes the clients of one simulated instrument, up to a number of them.</summary>
internal sealed class SimulatorListener(Socket socket, SimulatedInstrument instrument, SimulatorHost host)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // A flood of clients is told by its first one, and then now and again.
    private const int DropsPerLine = 100;

    private readonly List<(SimulatorConnection Connection, Task Task)> _clients = [];
    private int _dropped;

    /// <summary>Serves until it is cancelled and the last client is gone.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        using (socket)
        {
            while (await Accept(cancellationToken).ConfigureAwait(false) is { } client)
            {
                _clients.RemoveAll(c => c.Task.IsCompleted);
                MakeRoom();
                if (Connected(client) is { } connection)
                    _clients.Add((connection, Task.Run(() => connection.Run(cancellationToken), CancellationToken.None)));
            }
        }

        await Task.WhenAll(_clients.Select(c => c.Task)).ConfigureAwait(false);
    }

    // Connections that nobody uses, or a flood of them, do not keep a client out.
    private void MakeRoom()
    {
        var open = _clients.Select(c => c.Connection).Where(c => !c.IsOver).ToArray();
        if (open.Length >= host.Options.MostClients)
            open.MinBy(c => c.LastHeard)!.Drop($"{host.Options.MostClients} clients are connected, and it was silent longest", isTold: _dropped++ % DropsPerLine == 0);
    }

    private SimulatorConnection? Connected(Socket client)
    {
        try
        {
            return new SimulatorConnection(client, instrument, host);
        }
        catch (SocketException)
        {
            client.Dispose();
            return null;
        }
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
                await Task.Delay(Pause, host.Clock.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        return null;
    }
}
