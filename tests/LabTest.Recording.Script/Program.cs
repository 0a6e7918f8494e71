using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LabTest;
using LabTest.Recording;

// LabTest.Recording.Script <station> <runs> <port> heeds|stubborn|captures|exits|throws: a script that measures with an output on until it is stopped, and tells on the
// port where its run is and how many measurements it has taken. A stubborn one takes one, and waits for ever; one that
// captures records a waveform with each; one that exits does so with 0 after its first, and leaves its bench open; one that throws does so after its
// first, and closes its bench on the way out.
using var client = new TcpClient();
await client.ConnectAsync(IPAddress.Loopback, int.Parse(args[2], CultureInfo.InvariantCulture)).ConfigureAwait(false);
await using var told = new StreamWriter(client.GetStream()) { AutoFlush = true };

await using var bench = await Bench.Open(args[0], new BenchOptions { Runs = args[1] }).ConfigureAwait(false);
await told.WriteLineAsync($"{Environment.ProcessId} {bench.RunFolder}").ConfigureAwait(false);
await bench.Set("psu.vdd.voltage", 5.Volts()).ConfigureAwait(false);
await bench.Set("psu.vdd.output", true).ConfigureAwait(false);
for (var i = 1; ; i++)
{
    await bench.Measure("rail", "dmm.reading");
    if (args[3] == "captures")
        bench.Record("trace", new Waveform(Enumerable.Range(i, 100).Select(static n => (double)n).ToArray(), Unit.Parse("V"), 1.Milliseconds(), 0.Milliseconds()));
    await told.WriteLineAsync(i.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
    if (args[3] == "exits")
        Environment.Exit(0);
    if (args[3] == "throws")
        throw new InvalidOperationException("in the middle of the script");
    if (args[3] == "stubborn")
        await new TaskCompletionSource().Task.ConfigureAwait(false);
}
