using System.Net.Sockets;
using System.Text;
using LabTest.Instruments.Simulation.Serving;
using LabTest.Instruments.Stations;

namespace LabTest.Instruments.Tests.Serving;

/// <summary>A station behind a simulator server on free ports, with plain sockets to it.</summary>
internal sealed class ServedBench : IAsyncDisposable
{
    public const string Text = """
        labtest: station/1
        name: served
        seed: 7
        instruments:
          psu:
            profile: keysight/edu36311a
            channels: { vdd: 1 }
            bounds: { vdd: { voltage: [0, 5.5] } }
            set: { vdd: { current: 0.5 A } }
          dmm: { profile: keysight/34461a, set: { nplc: 0.02 } }
          scope: { profile: keysight/dsox1204g, sim: { variables: { amplitude: 0.9 } } }
        wiring:
          - { from: psu.vdd.voltage_measured, to: dmm.input }
        conditions: { temperature: 23 °C }
        """;

    private ServedBench(SimulatorServer server) => Server = server;

    public SimulatorServer Server { get; }

    public static ServedBench Start(string text = Text) => Start(TestBench.Station(text));

    public static ServedBench Start(StationModel station) => Start(station, new SimulatorServerOptions());

    public static ServedBench Start(StationModel station, SimulatorServerOptions options) => new(SimulatorServer.Start(station, options with { PortBase = 0 }));

    public ResourceAddress AddressOf(string alias) => Server.Instruments.Single(i => i.Alias == alias).Address;

    public async Task<Client> Connect(string alias)
    {
        var client = new TcpClient();
        await client.ConnectAsync(AddressOf(alias).Host, AddressOf(alias).Port);
        return new Client(client);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A client that sends bytes as they are and reads lines.</summary>
    internal sealed class Client(TcpClient client) : IDisposable
    {
        private readonly StreamReader _reader = new(client.GetStream(), Encoding.Latin1);

        public Socket Socket => client.Client;

        public Task Send(string text) => client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

        public Task<string?> ReadLine() => _reader.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));

        public async Task<string?> Query(string text)
        {
            await Send(text + "\n");
            return await ReadLine();
        }

        public void Dispose()
        {
            _reader.Dispose();
            client.Dispose();
        }
    }
}
