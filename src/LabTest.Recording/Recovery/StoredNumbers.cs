using LabTest.Hdf5;
using LabTest.Recording.Journal;
using LabTest.Recording.Tables;

namespace LabTest.Recording.Recovery;

/// <summary>Reads from a data.h5 the numbers that the journal only refers to.</summary>
internal static class StoredNumbers
{
    /// <summary>What is stored in the group of a measurement.</summary>
    /// <param name="group">The group.</param>
    /// <param name="stored">What the journal says of it; null if it says nothing, and the marks of the group are taken.</param>
    /// <param name="taken">The measurement.</param>
    /// <exception cref="Hdf5Exception">The file is damaged.</exception>
    /// <exception cref="KeyNotFoundException">It is not there.</exception>
    public static MeasuredValue Read(Hdf5Group group, ArrayStored? stored, MeasurementTaken taken)
    {
        if (!group.TryGet("value", out _) || group.Attributes.Contains("columns"))
            return new TableValue(group.ReadTable());
        var dataset = group.Dataset<double>("value");
        var values = dataset.ReadAll();
        if (stored?.Sum is { } sum && ArrayStored.SumOf(values) != sum)
            throw new InvalidDataException("the numbers in data.h5 are not those that were recorded: another program has altered them");
        var unit = Unit.Parse(stored?.Unit ?? UnitOf(dataset));
        if (stored is null)
            return group.TryGet("time", out _) ? Waveform(values, unit, group.Dataset<double>("time"), taken) : new ArrayValue(values, unit);
        if (stored is not { Start: { } start, Interval: { } interval, AxisUnit: { } symbol })
            return new ArrayValue(values, unit);
        var axis = Unit.Parse(symbol);
        return Waveform(values, unit, new Quantity(start, axis), new Quantity(interval, axis), taken);
    }

    private static WaveformValue Waveform(double[] values, Unit unit, Hdf5Dataset<double> time, MeasurementTaken taken)
    {
        var (axis, places) = (Unit.Parse(UnitOf(time)), time.ReadAll());
        var interval = places.Length > 1 ? (places[^1] - places[0]) / (places.Length - 1) : 1;
        return Waveform(values, unit, new Quantity(places.Length > 0 ? places[0] : 0, axis), new Quantity(interval, axis), taken);
    }

    private static WaveformValue Waveform(double[] values, Unit unit, Quantity start, Quantity interval, MeasurementTaken taken) =>
        new(new Waveform(values, unit, interval, start) { Time = new Instant(taken.Time), Source = taken.Source });

    private static string UnitOf(Hdf5Dataset dataset) => dataset.Attributes.Find("units")?.Read<string>() ?? "";
}
