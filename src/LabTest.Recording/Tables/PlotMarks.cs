using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>What a viewer plots of a table, and over what.</summary>
/// <param name="Signal">The column that is plotted; none where no column has numbers.</param>
/// <param name="Axis">The column that it is plotted over; none where the row number will do.</param>
/// <param name="Others">Columns that are plotted beside it.</param>
internal sealed record PlotMarks(string? Signal, string? Axis, IReadOnlyList<string> Others)
{
    public static PlotMarks Of(Table table, string? signal, string? axis)
    {
        var numeric = table.Columns.Where(c => c.IsNumeric).Select(c => c.Name).ToArray();
        axis = axis is null
            ? table.Columns.Where(c => c.IsNumeric || c is TimeColumn).Select(c => c.Name).FirstOrDefault(name => name != signal && numeric.Any(n => n != name))
            : table[axis].Name;
        signal = signal is null ? numeric.FirstOrDefault(name => name != axis) : table[signal].Name;
        return new PlotMarks(signal, axis, [.. numeric.Where(name => name != axis && name != signal)]);
    }
}
