namespace LabTest.Recording;

public partial class Bench
{
    /// <summary>
    /// Lets a parameter go from one value to another in even steps; what is read at each is named with <see cref="ScanBuilder.Read"/>. Every
    /// set-point is checked before the first move, rows are recorded as they come, and the parameter gets its first value back.
    /// </summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="path">The parameter that is set.</param>
    /// <param name="from">The first value.</param>
    /// <param name="to">The last value.</param>
    /// <param name="points">How many values there are, both ends included.</param>
    /// <exception cref="ArgumentException">An end is not a finite number, or there are too few points.</exception>
    public ScanBuilder Scan(string name, string path, Quantity from, Quantity to, int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        if (points == 1 && from != to)
            throw new ArgumentOutOfRangeException(nameof(points), points, $"A scan from {from} to {to} needs two points at least.");
        return new ScanBuilder(Core, name, path, Spacing.Linear(from, to, points));
    }
}
