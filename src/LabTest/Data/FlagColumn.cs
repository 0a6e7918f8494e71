namespace LabTest.Data;

/// <summary>A column of yes and no: Arrow's bool, one bit per value.</summary>
/// <param name="name">The name.</param>
/// <param name="bits">The values, least significant bit first.</param>
/// <param name="length">How many values there are.</param>
/// <param name="validity">The validity bitmap; empty where nothing is missing.</param>
public sealed class FlagColumn(string name, ReadOnlyMemory<byte> bits, int length, ReadOnlyMemory<byte> validity = default)
    : Column(name, Unit.One, length, validity)
{
    /// <summary>The values, least significant bit first.</summary>
    public ReadOnlyMemory<byte> Bits { get; } = bits.Length * 8L >= length
        ? bits
        : throw new ArgumentException($"Column '{name}' has {length} flags, but only {bits.Length} bytes of them.", nameof(bits));

    /// <inheritdoc/>
    public override Type ValueType => typeof(bool);

    /// <inheritdoc/>
    public override bool IsNumeric => false;

    internal override string Content => "flags";

    /// <summary>A value.</summary>
    public bool this[int row] => Bitmap.Get(Bits.Span, row);

    /// <inheritdoc/>
    public override object? Value(int row) => IsNull(row) ? null : this[row];

    /// <summary>1 for yes, 0 for no, NaN for a missing value.</summary>
    public override double Number(int row) => IsNull(row) ? double.NaN : this[row] ? 1 : 0;

    internal override void Order(int[] rows, bool descending) => StableOrder.Sort(Array.ConvertAll(rows, row => this[row]), rows, descending);

    internal override int[] Distinct() => DistinctRows.Number(this, row => this[row]);

    private protected override Column TakeRows(ReadOnlySpan<int> rows)
    {
        var taken = new byte[Bitmap.BytesFor(rows.Length)];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0 && this[rows[i]])
                Bitmap.Set(taken, i);
        }

        return new FlagColumn(Name, taken, rows.Length, TakeValidity(rows));
    }

    private protected override Column Named(string name) => new FlagColumn(name, Bits, Length, Validity);

    private protected override Column Recorded(ColumnOrigin origin) =>
        new FlagColumn(Name, Bits, Length, Validity) { Origin = origin };
}
