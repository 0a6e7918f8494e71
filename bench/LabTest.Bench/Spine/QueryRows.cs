using System.Diagnostics;
using LabTest.Instruments;
using LabTest.Instruments.Simulation.Serving;
using LabTest.Instruments.Stations;
using LabTest.Testing;

namespace LabTest.Bench.Spine;

/// <summary>
/// A query of a supply's voltage over loopback TCP, each client with a connection of its own to the same simulator server. Ours finds the parameter
/// by its path, takes the instrument's lock, and gives a quantity with its unit and time.
/// </summary>
internal sealed class QueryRows : IAsyncDisposable
{
    private const string Path = "psu.ch1.voltage";
    private const string Query = "VOLT? (@1)";
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(700);

    private readonly BareSocketPeer _bare = new();
    private readonly PyVisaPeer _pyvisa = new();
    private SimulatorServer? _server;
    private OpenedStation? _station;

    public IEnumerable<Row> Rows() =>
    [
        new("query", "queries/s", 1 / 1.15, Ours, async token => _bare.Rate(await Address(token), Query, Duration)),
        new("query-pyvisa", "queries/s", 1, Ours, async token => await _pyvisa.Rate(await Address(token), Query, Duration, token)),
    ];

    public async ValueTask DisposeAsync()
    {
        _bare.Dispose();
        await _pyvisa.DisposeAsync();
        if (_station is not null)
            await _station.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private async Task<double> Ours(CancellationToken cancellationToken)
    {
        await Address(cancellationToken);
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed < Duration)
        {
            var target = _station!.Resolve(Path);
            var reading = await target.Instrument.Read(target.Parameter, target.Channel, cancellationToken);
            if (reading.Value.Quantity.Value != 0)
                throw new InvalidOperationException($"The supply says {reading.Value}.");
            count++;
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    // Serves and opens the station on the first use.
    private async ValueTask<ResourceAddress> Address(CancellationToken cancellationToken)
    {
        if (_server is null)
        {
            using var folder = new TemporaryFolder();
            await File.WriteAllTextAsync(folder["bench.yaml"], "labtest: station/1\nname: bench\ninstruments: { psu: { profile: keysight/edu36311a } }\n", cancellationToken);
            var options = new StationLoadOptions { ProfileFolders = [System.IO.Path.Combine(Repository.Root, "instruments")] };
            _server = SimulatorServer.Start(StationLoader.Load(folder["bench.yaml"], options), new SimulatorServerOptions { PortBase = 0 });
            _server.WriteStation(folder["sim.yaml"]);
            _station = await OpenedStation.Open(StationLoader.Load(folder["sim.yaml"], options), new OpenOptions(), cancellationToken);
        }

        return _server.Instruments[0].Address;
    }
}
