namespace LabTest.Data;

public sealed partial class Table
{
    private const int MostRows = 100_000_000;

    /// <summary>
    /// The numeric columns and the times at evenly spaced values of one column, from its minimum on. Rows at the same place count as one,
    /// with the mean of their values. A value is missing where the column has none on both sides (<see cref="Resampling.Linear"/>) or in the
    /// interval (<see cref="Resampling.Mean"/>), and where what it has there is not a valid value: NaN, infinite, or a number by which instruments say that there is none. Texts and flags are left out: there is nothing between two of them.
    /// </summary>
    /// <param name="on">The column to space evenly: numbers, or times.</param>
    /// <param name="interval">The distance between two rows of the result.</param>
    /// <param name="how">How values are found.</param>
    /// <exception cref="ArgumentException">There is no row, a row has no valid value there (<c>Valid(on).Resample(on, …)</c> leaves it out), the interval is not above zero, or there would be more than 100 million rows.</exception>
    /// <exception cref="UnitMismatchException">The interval is of another dimension than the column.</exception>
    public Table Resample(string on, Quantity interval, Resampling how = Resampling.Linear)
    {
        var axis = EvenAxis.Of(this[on], interval, MostRows);
        return With(
        [
            .. Columns.Where(c => c.IsNumeric || c is TimeColumn || c.Name == on).Select(c => c.Name == on ? axis.ToColumn() : axis.Resample(c, how)),
        ]);
    }
}
