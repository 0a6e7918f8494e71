using LabTest.Recording.Tables;

namespace LabTest.Recording.Runs;

/// <summary>Gives every array, waveform and table of a run a place of its own in data.h5.</summary>
internal sealed class DatasetNames
{
    private readonly Dictionary<string, Hdf5Names> _groups = new(StringComparer.Ordinal) { ["tables"] = new(), ["waveforms"] = new(), ["arrays"] = new() };
    private readonly Lock _lock = new();

    /// <summary>The next free place for a name: <c>/waveforms/startup</c>, then <c>/waveforms/startup_2</c>.</summary>
    public string Next(string name, MeasuredValue value) => Next(value switch { TableValue => "tables", WaveformValue => "waveforms", _ => "arrays" }, name);

    /// <summary>The next free place for a table.</summary>
    public string NextTable(string name) => Next("tables", name);

    private string Next(string group, string name)
    {
        lock (_lock)
            return $"/{group}/{_groups[group].Free(name)}";
    }
}
