using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Outcomes;

/// <summary>Tells the test that started this process, on the port that it gave, where the run is and how many measurements were taken.</summary>
internal sealed class Teller : IAsyncDisposable
{
    private readonly TcpClient _client = new();
    private StreamWriter? _told;

    public static async Task<Teller> Start(Station station)
    {
        var teller = new Teller();
        await teller._client.ConnectAsync(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable("SUBJECT_PORT")!, CultureInfo.InvariantCulture));
        teller._told = new StreamWriter(teller._client.GetStream()) { AutoFlush = true };
        await teller._told.WriteLineAsync($"{Environment.ProcessId} {station.RunFolder}");
        return teller;
    }

    public Task Tell(int taken) => _told!.WriteLineAsync(taken.ToString(CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        if (_told is not null)
            await _told.DisposeAsync();
        _client.Dispose();
    }
}
