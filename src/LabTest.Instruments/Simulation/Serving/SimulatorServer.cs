using System.Net;
using System.Net.Sockets;
using LabTest.Instruments.Stations;

namespace LabTest.Instruments.Simulation.Serving;

/// <summary>
/// Serves every instrument of a station, with its wiring and device under test, on loopback TCP and in real time: an instrument a port, any number
/// of clients at once, raw SCPI as on an instrument's socket interface. Disposing it stops it.
/// </summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    private const int LastPort = 65535;

    private readonly StationModel _station;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SimulatorHost _host;
    private readonly Task[] _listeners;

    private SimulatorServer(StationModel station, SimulatedStation simulation, SimulatorHost host, IReadOnlyList<(string Alias, Socket Socket)> sockets)
    {
        _station = station;
        _host = host;
        Instruments = [.. sockets.Select(s => new ServedInstrument(
            s.Alias, station.Instruments[s.Alias].Model.Id, ResourceAddress.OfSocket(IPAddress.Loopback.ToString(), ((IPEndPoint)s.Socket.LocalEndPoint!).Port)))];
        _listeners = [.. sockets.Select(s => new SimulatorListener(s.Socket, simulation.Instruments[s.Alias], host).Run(_stopping.Token))];
    }

    /// <summary>The instruments, in the order of the station.</summary>
    public IReadOnlyList<ServedInstrument> Instruments { get; }

    /// <summary>Begins to serve; clients may connect as soon as this returns.</summary>
    /// <exception cref="SimulationException">A port cannot be had, or the wiring comes back to itself.</exception>
    /// <exception cref="ProfileException">The DUT model is not as it must be.</exception>
    public static SimulatorServer Start(StationModel station, SimulatorServerOptions options)
    {
        var last = options.PortBase + station.Instruments.Count - 1;
        if (options.PortBase < 0 || (options.PortBase > 0 && last > LastPort))
            throw new SimulationException($"{station.Instruments.Count} instruments do not fit from port {options.PortBase} on; give a port base (--port-base) from 1 to {LastPort - station.Instruments.Count + 1}, or 0 for any that are free.");
        var clock = new LabClock(options.Time);
        var simulation = SimulationBuilder.Build(station, clock, all: true);
        List<(string Alias, Socket Socket)> sockets = [];
        try
        {
            foreach (var alias in station.Instruments.Keys)
                sockets.Add((alias, Listen(alias, options.PortBase == 0 ? 0 : options.PortBase + sockets.Count)));
        }
        catch
        {
            sockets.ForEach(s => s.Socket.Dispose());
            throw;
        }

        return new SimulatorServer(station, simulation, new SimulatorHost(clock, options), sockets);
    }

    /// <summary>Writes a station file for the same bench whose instruments are the ones served here.</summary>
    /// <param name="file">Where it is written; what is there already is replaced.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void WriteStation(string file) => RemoteStationFile.Write(_station, Instruments, file);

    /// <summary>Serves until it is cancelled.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        using var stop = cancellationToken.Register(_stopping.Cancel);
        await Task.WhenAll(_listeners).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_listeners).ConfigureAwait(false);
        _stopping.Dispose();
        _host.Dispose();
    }

    private static Socket Listen(string alias, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new SimulationException($"Port {port} cannot be opened for '{alias}': {e.Message}. Is another simulator running? Stop it, or choose other ports with --port-base.", e);
        }
    }
}
