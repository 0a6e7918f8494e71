using System.Numerics;
using LabTest.Data;
using LabTest.Hdf5;

namespace LabTest.Recording.Tables;

/// <summary>Writes a table to a group of an HDF5 file.</summary>
internal sealed class ToHdf5(Hdf5Group group)
{
    private readonly Hdf5Names _names = new();

    public void Write(Table table, PlotMarks marks)
    {
        var names = table.Columns.ToDictionary(c => c.Name, c => _names.Free(c.Name), StringComparer.Ordinal);
        foreach (var column in table.Columns)
            Write(column, names[column.Name]);

        group.Attributes.Set("NX_class", "NXdata");
        if (table.Name.Length > 0)
            group.Attributes.Set("name", Hdf5Names.Text(table.Name));
        if (names.Count > 0)
            group.Attributes.Set("columns", [.. table.Columns.Select(c => names[c.Name])]);
        if (marks.Signal is null)
            return;

        // NeXus, NXdata: "." is an axis that only counts.
        group.Attributes.Set("signal", names[marks.Signal]);
        group.Attributes.Set("axes", (string[])[marks.Axis is null ? "." : names[marks.Axis]]);
        if (marks.Axis is not null)
            group.Attributes.Set($"{names[marks.Axis]}_indices", 0);
        if (marks.Others.Count > 0)
            group.Attributes.Set("auxiliary_signals", [.. marks.Others.Select(o => names[o])]);
    }

    private void Write(Column column, string name)
    {
        var dataset = Values(column, name);
        if (name != column.Name)
            dataset.Attributes.Set("name", Hdf5Names.Text(column.Name));
        if (column is TimeColumn)
        {
            dataset.Attributes.Set("units", "ns");
            dataset.Attributes.Set("start", "1970-01-01T00:00:00Z");
        }
        else if (column.IsNumeric)
        {
            dataset.Attributes.Set("units", column.Unit.Symbol);
        }

        if (column.NullCount == 0)
            return;
        var mask = _names.Free($"{name}_mask");
        dataset.Attributes.Set("mask", mask);
        group.CreateDataset(mask, Each(column, column.IsNull));
    }

    private Hdf5Dataset Values(Column column, string name) => column switch
    {
        NumberColumn<sbyte> c => Numbers(name, c),
        NumberColumn<short> c => Numbers(name, c),
        NumberColumn<int> c => Numbers(name, c),
        NumberColumn<long> c => Numbers(name, c),
        NumberColumn<byte> c => Numbers(name, c),
        NumberColumn<ushort> c => Numbers(name, c),
        NumberColumn<uint> c => Numbers(name, c),
        NumberColumn<ulong> c => Numbers(name, c),
        NumberColumn<Half> c => Numbers(name, c, Half.NaN),
        NumberColumn<float> c => Numbers(name, c, float.NaN),
        NumberColumn<double> c => Numbers(name, c, double.NaN),
        FlagColumn c => group.CreateDataset(name, Each(c, row => !c.IsNull(row) && c[row])),
        TimeColumn c => group.CreateDataset(name, c.NullCount == 0 ? c.Values.Span : Each(c, row => c.IsNull(row) ? 0 : c.Values.Span[row])),
        TextColumn c => group.CreateDataset(name, Each(c, row => c.IsNull(row) ? "" : Hdf5Names.Text(c[row]))),
        _ => throw new RecordingException($"Column '{column.Name}' of {column.ValueType.Name} has no type in HDF5."),
    };

    private Hdf5Dataset<T> Numbers<T>(string name, NumberColumn<T> column, T missing = default)
        where T : unmanaged, INumber<T> =>
        group.CreateDataset(name, column.NullCount == 0 ? column.Values.Span : Each(column, row => column.IsNull(row) ? missing : column[row]));

    private static T[] Each<T>(Column column, Func<int, T> value)
    {
        var values = new T[column.Length];
        for (var row = 0; row < values.Length; row++)
            values[row] = value(row);
        return values;
    }
}
