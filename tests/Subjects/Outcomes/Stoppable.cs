using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Outcomes;

/// <summary>Measures with an output on until it is stopped, and tells on a socket where the run is and how many measurements were taken.</summary>
public sealed class Stoppable(Station station)
{
    [Fact]
    public async Task Goes_on_until_it_is_stopped()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable("SUBJECT_PORT")!, CultureInfo.InvariantCulture));
        await using var told = new StreamWriter(client.GetStream()) { AutoFlush = true };
        await told.WriteLineAsync($"{Environment.ProcessId} {station.RunFolder}");

        await station.Set("psu.vdd.voltage", 5.Volts());
        await station.Set("psu.vdd.output", true);
        for (var i = 1; ; i++)
        {
            await station.Measure("rail", "dmm.reading");
            await told.WriteLineAsync(i.ToString(CultureInfo.InvariantCulture));
        }
    }
}
