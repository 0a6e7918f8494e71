using MathNet.Numerics.Statistics;

namespace LabTest.Data;

public sealed partial class Table
{
    /// <summary>
    /// One row for each numeric column: <c>column</c>, <c>unit</c>, <c>count</c>, <c>mean</c>, <c>std</c> (of the sample), <c>min</c>, <c>q25</c>, <c>median</c>,
    /// <c>q75</c>, <c>max</c>, as numbers in the column's unit. <c>count</c> is how many rows have a valid value; where that is not all of them, the others are NaN, and
    /// <c>table.Valid("vout").Describe()</c> leaves rows out.
    /// </summary>
    public Table Describe()
    {
        var numeric = Columns.Where(c => c.IsNumeric).ToArray();
        var values = numeric.Select(c => c.WholeNumbers()).ToArray();
        foreach (var numbers in values)
            Array.Sort(numbers);
        NumberColumn<double> Each(string name, Func<double[], double> of) => Data.Columns.Of(name, values.Select(of).ToArray());
        return new Table(
            Data.Columns.Of("column", numeric.Select(c => c.Name).ToArray()),
            Data.Columns.Of("unit", numeric.Select(c => c.Unit.Symbol).ToArray()),
            Data.Columns.Of("count", numeric.Select(c => (long)Enumerable.Range(0, c.Length).Count(c.IsValid)).ToArray()),
            Each("mean", ArrayStatistics.Mean),
            Each("std", ArrayStatistics.StandardDeviation),
            Each("min", SortedArrayStatistics.Minimum),
            Each("q25", v => Column.QuantileOf(v, 0.25)),
            Each("median", v => Column.QuantileOf(v, 0.5)),
            Each("q75", v => Column.QuantileOf(v, 0.75)),
            Each("max", SortedArrayStatistics.Maximum));
    }
}
