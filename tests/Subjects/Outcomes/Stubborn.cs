using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Outcomes;

/// <summary>Leaves an output on and heeds no cancellation: it tells where the run is, measures once, and never ends.</summary>
public sealed class Stubborn(Station station)
{
    [Fact]
    public async Task Heeds_nothing()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable("SUBJECT_PORT")!, CultureInfo.InvariantCulture));
        await using var told = new StreamWriter(client.GetStream()) { AutoFlush = true };
        await told.WriteLineAsync($"{Environment.ProcessId} {station.RunFolder}");

        await station.Set("psu.vdd.voltage", 5.Volts());
        await station.Set("psu.vdd.output", true);
        await station.Measure("rail", "dmm.reading");
        await told.WriteLineAsync("1");
        await new TaskCompletionSource().Task;
    }
}
