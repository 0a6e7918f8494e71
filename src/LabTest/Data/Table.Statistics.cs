using MathNet.Numerics;
using MathNet.Numerics.Interpolation;
using MathNet.Numerics.Statistics;

namespace LabTest.Data;

public sealed partial class Table
{
    /// <summary>
    /// One row for each numeric column: <c>column</c>, <c>unit</c>, <c>count</c>, <c>mean</c>, <c>std</c> (of the sample), <c>min</c>, <c>q25</c>, <c>median</c>,
    /// <c>q75</c>, <c>max</c>. Missing values and NaN do not count.
    /// </summary>
    public Table Describe()
    {
        var numeric = Columns.Where(c => c.IsNumeric).ToArray();
        var values = numeric.Select(c => c.ToNumbers().Where(v => !double.IsNaN(v)).ToArray()).ToArray();
        NumberColumn<double> Each(string name, Func<double[], double> of) => Data.Columns.Of(name, values.Select(of).ToArray());
        return new Table(
            Data.Columns.Of("column", numeric.Select(c => c.Name).ToArray()),
            Data.Columns.Of("unit", numeric.Select(c => c.Unit.Symbol).ToArray()),
            Data.Columns.Of("count", values.Select(v => (long)v.Length).ToArray()),
            Each("mean", ArrayStatistics.Mean),
            Each("std", ArrayStatistics.StandardDeviation),
            Each("min", ArrayStatistics.Minimum),
            Each("q25", v => Quantile(v, 0.25)),
            Each("median", v => Quantile(v, 0.5)),
            Each("q75", v => Quantile(v, 0.75)),
            Each("max", ArrayStatistics.Maximum));
    }

    /// <summary>A straight line through two columns, by least squares. Rows in which either is missing do not count.</summary>
    /// <exception cref="ArgumentException">Fewer than two rows, or only one value of x, are left.</exception>
    public LinearFit Fit(string x, string y)
    {
        Column across = this[x], up = this[y];
        var rows = Enumerable.Range(0, RowCount).Where(i => !double.IsNaN(across.Number(i)) && !double.IsNaN(up.Number(i))).ToArray();
        var xs = rows.Select(across.Number).ToArray();
        var ys = rows.Select(up.Number).ToArray();
        if (xs.Distinct().Take(2).Count() < 2)
            throw new ArgumentException($"A line through '{x}' and '{y}' needs at least two rows with different values of '{x}'; there are {rows.Length} rows.", nameof(x));
        var (intercept, slope) = MathNet.Numerics.Fit.Line(xs, ys);
        var fitted = xs.Select(v => intercept + slope * v).ToArray();
        var residual = fitted.Zip(ys, (f, v) => (f - v) * (f - v)).Sum();
        var spread = xs.Sum(v => (v - xs.Mean()) * (v - xs.Mean()));
        return new LinearFit(
            new Quantity(slope, across.Unit.IsOne ? up.Unit : up.Unit / across.Unit),
            new Quantity(intercept, up.Unit),
            GoodnessOfFit.RSquared(fitted, ys),
            rows.Length > 2 ? new Quantity(Math.Sqrt(residual / (rows.Length - 2) / spread), across.Unit.IsOne ? up.Unit : up.Unit / across.Unit) : null);
    }

    /// <summary>The numeric columns at evenly spaced values of one of them, interpolated linearly between the rows.</summary>
    /// <param name="on">The column to space evenly, such as a time.</param>
    /// <param name="interval">The distance between two rows of the result.</param>
    /// <exception cref="ArgumentException">Fewer than two rows have a value there, or the interval is not above zero.</exception>
    public Table Resample(string on, Quantity interval)
    {
        var sorted = SortBy(on).Where(r => !double.IsNaN(r[on].Value));
        var axis = sorted[on];
        var step = interval.In(axis.Unit);
        if (sorted.RowCount < 2 || !(step > 0))
            throw new ArgumentException($"Resampling on '{on}' needs two rows and an interval above zero; there are {sorted.RowCount} rows and the interval is {interval}.", nameof(interval));

        var from = axis.Number(0);
        var places = Enumerable.Range(0, (int)Math.Floor((axis.Number(sorted.RowCount - 1) - from) / step * (1 + 1e-12)) + 1).Select(i => from + i * step).ToArray();
        return With([.. sorted.Columns.Where(c => c.IsNumeric || c.Name == on).Select(c => c.Name == on ? Data.Columns.Of(on, places, axis.Unit) : Interpolate(axis, c, places))]);
    }

    private static NumberColumn<double> Interpolate(Column axis, Column column, double[] places)
    {
        var rows = Enumerable.Range(0, axis.Length).Where(i => !double.IsNaN(column.Number(i))).ToArray();
        if (rows.Length < 2)
            return Data.Columns.Of(column.Name, places.Select(_ => double.NaN).ToArray(), column.Unit);
        var line = LinearSpline.InterpolateSorted(rows.Select(axis.Number).ToArray(), rows.Select(column.Number).ToArray());
        return Data.Columns.Of(column.Name, places.Select(line.Interpolate).ToArray(), column.Unit);
    }

    // R's type 7 (linear between order statistics), as NumPy and pandas use.
    private static double Quantile(double[] values, double share) => values.QuantileCustom(share, QuantileDefinition.R7);
}
