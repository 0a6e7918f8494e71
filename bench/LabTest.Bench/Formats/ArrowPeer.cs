using System.Globalization;
using System.Text.Json;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Bench.Formats;

/// <summary>The JavaScript apache-arrow package in a Node process that lives as long as the rows.</summary>
internal sealed class ArrowPeer : IAsyncDisposable
{
    private ForeignProcess? _process;

    /// <summary>Batches a second of a piece of work that the process knows by name.</summary>
    public async Task<double> Rate(string work, TimeSpan duration, CancellationToken cancellationToken)
    {
        _process ??= await Start(cancellationToken);
        await _process.Input.WriteLineAsync(
            JsonSerializer.Serialize(new { ask = work, milliseconds = duration.TotalMilliseconds }).AsMemory(), cancellationToken);
        await _process.Input.FlushAsync(cancellationToken);
        return double.Parse(await _process.ReadLine(cancellationToken), CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<ForeignProcess> Start(CancellationToken cancellationToken)
    {
        var script = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "bench", "LabTest.Bench", "Formats", "arrow-peer.mjs"), cancellationToken);
        return ForeignProcess.Start("node", ["--input-type=module", "-e", script], Path.Combine(Repository.Root, "tests", "foreign"));
    }
}
