using LabTest.Hdf5;
using LabTest.Recording.Journal;
using LabTest.Recording.Tables;

namespace LabTest.Recording.Recovery;

/// <summary>Reads from a data.h5 the numbers that the journal only refers to.</summary>
internal static class StoredNumbers
{
    /// <summary>What is stored at the place that a line of the journal names.</summary>
    /// <exception cref="Hdf5Exception">The file is damaged.</exception>
    /// <exception cref="KeyNotFoundException">It is not there.</exception>
    public static MeasuredValue Read(Hdf5File file, ArrayStored stored, Instant time)
    {
        var group = file.Root.Group(stored.Dataset);
        if (!group.TryGet("value", out _))
            return new TableValue(group.ReadTable());
        var values = group.Dataset<double>("value").ReadAll();
        var unit = Unit.Parse(stored.Unit);
        if (stored is not { Start: { } start, Interval: { } interval, AxisUnit: { } symbol })
            return new ArrayValue(values, unit);
        var axis = Unit.Parse(symbol);
        return new WaveformValue(new Waveform(values, unit, new Quantity(interval, axis), new Quantity(start, axis)) { Time = time, Source = stored.Source });
    }
}
