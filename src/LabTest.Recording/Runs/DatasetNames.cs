namespace LabTest.Recording.Runs;

/// <summary>Gives every array, waveform and table of a run a place of its own in data.h5.</summary>
internal sealed class DatasetNames
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The next free place for a name: <c>/waveforms/startup</c>, then <c>/waveforms/startup_2</c>.</summary>
    public string Next(string name, MeasuredValue value) => Next(value switch { TableValue => "tables", WaveformValue => "waveforms", _ => "arrays" }, name);

    /// <summary>The next free place for a table.</summary>
    public string NextTable(string name) => Next("tables", name);

    private string Next(string group, string name)
    {
        // A slash would open a group, a dot alone means the group itself.
        var path = $"/{group}/{name.Replace('/', '-').Trim('.')}";
        lock (_lock)
        {
            var count = _used[path] = _used.GetValueOrDefault(path) + 1;
            return count == 1 ? path : $"{path}_{count}";
        }
    }
}
