namespace LabTest.Data;

public sealed partial class Table
{
    /// <summary>
    /// A straight line through two columns, by least squares. Over times, the slope is per second and the intercept lies at 1970-01-01. Every row has to have a
    /// valid value in both: where one is missing, NaN, infinite or a number by which instruments say that there is no value, all of the line is NaN;
    /// <c>Valid(x, y).Fit(x, y)</c> leaves such rows out.
    /// </summary>
    /// <exception cref="ArgumentException">Fewer than two rows, or only one value of x, are left, or a column holds texts or flags.</exception>
    /// <exception cref="UnitMismatchException">A column is a level such as dBm, which has no slope: convert it first.</exception>
    public LinearFit Fit(string x, string y)
    {
        Column across = this[x], up = this[y];
        foreach (var column in (Column[])[across, up])
        {
            if (!column.IsNumeric && column is not TimeColumn)
                throw new ArgumentException($"No line goes through '{column.Name}': it holds {column.Content}. Name columns of numbers or times.", nameof(x));
        }

        var rows = Enumerable.Range(0, RowCount).Where(i => across.IsValid(i) && up.IsValid(i)).ToArray();
        var slopeUnit = SlopeUnit(across, up);
        var (xs, meanX) = Centred(across, rows);
        var (ys, meanY) = Centred(up, rows);
        double squares = 0, products = 0, spread = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            squares += xs[i] * xs[i];
            products += xs[i] * ys[i];
            spread += ys[i] * ys[i];
        }

        if (rows.Length < 2 || Array.TrueForAll(rows, row => across.Number(row) == across.Number(rows[0])))
            throw new ArgumentException($"A line through '{x}' and '{y}' needs at least two rows with different values of '{x}'; there are {rows.Length} rows.", nameof(x));

        var isWhole = rows.Length == RowCount;
        var slope = isWhole ? products / squares : double.NaN;
        var residual = 0.0;
        for (var i = 0; i < rows.Length; i++)
            residual += Math.Pow(ys[i] - slope * xs[i], 2);
        return new LinearFit(
            Per(slope),
            new Quantity(meanY - slope * meanX, up.Unit),
            1 - residual / spread,
            rows.Length > 2 ? Per(Math.Sqrt(residual / (rows.Length - 2) / squares)) : null);

        Quantity Per(double value) => new(up.Difference(value).Value / across.Difference(1).Value, slopeUnit);
    }

    /// <summary>Differences between values: kelvin between temperatures on a scale.</summary>
    private static Unit SlopeUnit(Column across, Column up)
    {
        foreach (var column in (Column[])[across, up])
        {
            if (column.Unit.Kind == UnitKind.Level)
                throw new UnitMismatchException($"'{column.Name}' is in {column.Unit}, a level, which has no slope. Convert the column first, as in WithColumn(table[\"{column.Name}\"].To(unit)).");
        }

        var (rise, run) = (up.Difference(1).Unit, across.Difference(1).Unit);
        return run.IsOne ? rise : rise / run;
    }

    /// <summary>Numbers less their mean, which loses nothing of a small change of large numbers, and the mean.</summary>
    private static (double[] Numbers, double Mean) Centred(Column column, int[] rows)
    {
        if (rows.Length == 0)
            return ([], double.NaN);

        // Times are too large for their nanoseconds as numbers: the differences are taken before.
        var first = column.Number(rows[0]);
        var numbers = column is TimeColumn times
            ? Array.ConvertAll(rows, row => (times.Values.Span[row] - times.Values.Span[rows[0]]) / 1e9)
            : Array.ConvertAll(rows, row => column.Number(row) - first);
        var mean = numbers.Average();
        return (Array.ConvertAll(numbers, number => number - mean), first + mean);
    }
}
