using System.Globalization;
using System.Net.Sockets;

namespace LabTest.Testing.Foreign;

/// <summary><c>labtest sim</c> in a process of its own, on free ports.</summary>
internal sealed class Simulator : IAsyncDisposable
{
    private readonly ForeignProcess _process;
    private readonly Dictionary<string, int> _ports;

    private Simulator(ForeignProcess process, string station, Dictionary<string, int> ports)
    {
        _process = process;
        Station = station;
        _ports = ports;
    }

    /// <summary>A station file that points at the simulated instruments.</summary>
    public string Station { get; }

    public static async Task<Simulator> Start(string station, string written)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var command = Path.Combine(Repository.Root, "src", "LabTest.Cli", "bin", Repository.Configuration, "net10.0", "LabTest.Cli.dll");
        var process = ForeignProcess.Start("dotnet", [command, "sim", station, "--port-base", "0", "--write-station", written]);
        var ports = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var line = ""; !line.StartsWith("Serving", StringComparison.Ordinal); line = await process.ReadLine(cancellation))
        {
            var cells = line.Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length == 3 && cells[2].StartsWith("TCPIP0::", StringComparison.Ordinal))
                ports.Add(cells[0], int.Parse(cells[2].Split("::")[2], CultureInfo.InvariantCulture));
        }

        return new Simulator(process, written, ports);
    }

    /// <summary>Asks an instrument over a connection of its own.</summary>
    public async Task<string?> Ask(string alias, string query)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _ports[alias], TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(query + "\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
