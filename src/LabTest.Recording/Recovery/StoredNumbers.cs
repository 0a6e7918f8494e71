using LabTest.Data;
using LabTest.Hdf5;
using LabTest.Recording.Journal;

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
            return new TableValue(ReadTable(group));
        var values = group.Dataset<double>("value").ReadAll();
        var unit = Unit.Parse(stored.Unit);
        if (stored is not { Start: { } start, Interval: { } interval, AxisUnit: { } symbol })
            return new ArrayValue(values, unit);
        var axis = Unit.Parse(symbol);
        return new WaveformValue(new Waveform(values, unit, new Quantity(interval, axis), new Quantity(start, axis)) { Time = time, Source = stored.Source });
    }

    private static Table ReadTable(Hdf5Group group) => new([.. group.Attributes.GetArray<string>("columns").Select(name => ReadColumn(group, name))]);

    private static Column ReadColumn(Hdf5Group group, string name)
    {
        var dataset = group.Dataset(name);
        var unit = dataset.Attributes.Find("units") is { } units ? units.Read<string>() : "";
        return dataset.Type switch
        {
            Hdf5FloatType => Columns.Of(name, dataset.As<double>().ReadAll(), Unit.Parse(unit)),
            Hdf5EnumType => Columns.Of(name, dataset.As<bool>().ReadAll()),
            Hdf5TextType => Columns.Of(name, (IReadOnlyList<string?>)dataset.As<string>().ReadAll()),
            _ => Columns.Of(name, [.. dataset.As<long>().ReadAll().Select(t => new Instant(t))]),
        };
    }
}
