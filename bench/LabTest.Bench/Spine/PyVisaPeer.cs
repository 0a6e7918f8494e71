using System.Globalization;
using System.Text.Json;
using LabTest.Instruments;
using LabTest.Testing.Foreign;

namespace LabTest.Bench.Spine;

/// <summary>pyvisa-py in a Python process that lives as long as the rows.</summary>
internal sealed class PyVisaPeer : IAsyncDisposable
{
    private const string Script = """
        import sys, json, time, pyvisa
        manager = pyvisa.ResourceManager('@py')
        instruments = {}
        for line in sys.stdin:
            ask = json.loads(line)
            address, query = ask['address'], ask['query']
            if address not in instruments:
                instruments[address] = manager.open_resource(address, read_termination='\n', write_termination='\n')
            instrument = instruments[address]
            count, start = 0, time.perf_counter()
            end = start + ask['seconds']
            while time.perf_counter() < end:
                assert float(instrument.query(query)) == 0
                count += 1
            print(count / (time.perf_counter() - start), flush=True)
        """;

    private ForeignProcess? _process;

    /// <summary>Queries a second.</summary>
    public async Task<double> Rate(ResourceAddress address, string query, TimeSpan duration, CancellationToken cancellationToken)
    {
        _process ??= ForeignProcess.Start("/usr/bin/python3", ["-c", Script]);
        await _process.Input.WriteLineAsync(JsonSerializer.Serialize(new { address = address.Text, query, seconds = duration.TotalSeconds }).AsMemory(), cancellationToken);
        await _process.Input.FlushAsync(cancellationToken);
        return double.Parse(await _process.ReadLine(cancellationToken), CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;
}
