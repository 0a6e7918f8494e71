using LabTest.Units;

namespace LabTest.Data;

/// <summary>A column of points in time: Arrow's timestamp in nanoseconds, UTC. As numbers they are seconds.</summary>
/// <param name="name">The name.</param>
/// <param name="values">Nanoseconds since 1970-01-01T00:00:00Z, shape (n).</param>
/// <param name="validity">The validity bitmap; empty where nothing is missing.</param>
public sealed class TimeColumn(string name, ReadOnlyMemory<long> values, ReadOnlyMemory<byte> validity = default)
    : Column(name, KnownUnits.Second, values.Length, validity)
{
    /// <summary>Nanoseconds since 1970-01-01T00:00:00Z, shape (n).</summary>
    public ReadOnlyMemory<long> Values { get; } = values;

    /// <inheritdoc/>
    public override Type ValueType => typeof(Instant);

    /// <inheritdoc/>
    public override bool IsNumeric => false;

    internal override string Content => "times";

    /// <summary>A point in time.</summary>
    public Instant this[int row] => new(Values.Span[row]);

    /// <inheritdoc/>
    public override object? Value(int row) => IsNull(row) ? null : this[row];

    /// <summary>Seconds since 1970-01-01T00:00:00Z, with what a double keeps of them.</summary>
    public override double Number(int row) => IsNull(row) ? double.NaN : Values.Span[row] / 1e9;

    internal override void Order(int[] rows, bool descending) => StableOrder.Sort(Array.ConvertAll(rows, row => Values.Span[row]), rows, descending);

    internal override int[] Distinct() => DistinctRows.Number(this, row => Values.Span[row]);

    private protected override Column TakeRows(ReadOnlySpan<int> rows)
    {
        var taken = new long[rows.Length];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = rows[i] < 0 ? 0 : Values.Span[rows[i]];
        return new TimeColumn(Name, taken, TakeValidity(rows));
    }

    private protected override Column Named(string name) => new TimeColumn(name, Values, Validity);

    private protected override Column Recorded(ColumnOrigin origin) =>
        new TimeColumn(Name, Values, Validity) { Origin = origin };
}
