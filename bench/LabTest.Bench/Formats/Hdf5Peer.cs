using System.Text.Json;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Bench.Formats;

/// <summary>h5py in a Python process that lives as long as the rows.</summary>
internal sealed class Hdf5Peer(string frames) : IAsyncDisposable
{
    private ForeignProcess? _process;

    /// <summary>Does a piece of work that the process knows by name.</summary>
    public async Task<Answer> Do(string work, string path, int count, CancellationToken cancellationToken)
    {
        _process ??= ForeignProcess.Start("/usr/bin/python3", [Path.Combine(Repository.Root, "bench", "LabTest.Bench", "Formats", "hdf5-peer.py"), frames]);
        await _process.Input.WriteLineAsync(JsonSerializer.Serialize(new { work, path, count }).AsMemory(), cancellationToken);
        await _process.Input.FlushAsync(cancellationToken);
        return JsonSerializer.Deserialize<Answer>(await _process.ReadLine(cancellationToken), JsonSerializerOptions.Web)!;
    }

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Units a second, and the size of the file.</summary>
    internal sealed record Answer(double Rate, long Bytes);
}
