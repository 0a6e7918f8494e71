using System.Text;

namespace LabTest.Data;

/// <summary>A column of texts: Arrow's utf8, 32-bit offsets into one run of UTF-8 bytes.</summary>
/// <param name="name">The name.</param>
/// <param name="offsets">Where each text begins, and where the last one ends: shape (n + 1).</param>
/// <param name="bytes">The texts, one after the other.</param>
/// <param name="validity">The validity bitmap; empty where nothing is missing.</param>
public sealed class TextColumn(string name, ReadOnlyMemory<int> offsets, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> validity = default)
    : Column(name, Unit.One, Math.Max(0, offsets.Length - 1), validity)
{
    /// <summary>Where each text begins, and where the last one ends: shape (n + 1).</summary>
    public ReadOnlyMemory<int> Offsets { get; } = Checked(name, offsets, bytes.Length);

    /// <summary>The texts in UTF-8, one after the other.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <inheritdoc/>
    public override Type ValueType => typeof(string);

    /// <inheritdoc/>
    public override bool IsNumeric => false;

    internal override string Content => "texts";

    /// <summary>A text; empty where it is missing.</summary>
    public string this[int row] => Encoding.UTF8.GetString(Utf8(row));

    /// <inheritdoc/>
    public override object? Value(int row) => IsNull(row) ? null : this[row];

    /// <inheritdoc/>
    public override double Number(int row) => double.NaN;

    // By code point, as UTF-8 sorts, whatever the culture.
    internal override void Order(int[] rows, bool descending) => Array.Sort(rows, (a, b) =>
    {
        var order = Utf8(a).SequenceCompareTo(Utf8(b));
        return order == 0 ? a - b : descending ? -order : order;
    });

    internal override int[] Distinct() => DistinctRows.Number(this, row => this[row]);

    private protected override Column TakeRows(ReadOnlySpan<int> rows)
    {
        var places = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
            places[i + 1] = checked(places[i] + (rows[i] < 0 ? 0 : Utf8(rows[i]).Length));
        var taken = new byte[places[^1]];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0)
                Utf8(rows[i]).CopyTo(taken.AsSpan(places[i]));
        }

        return new TextColumn(Name, places, taken, TakeValidity(rows));
    }

    private protected override Column Named(string name) => new TextColumn(name, Offsets, Bytes, Validity);

    private protected override Column Recorded(ColumnOrigin origin) =>
        new TextColumn(Name, Offsets, Bytes, Validity) { Origin = origin };

    private static ReadOnlyMemory<int> Checked(string name, ReadOnlyMemory<int> offsets, int length)
    {
        var last = 0;
        foreach (var offset in offsets.Span)
        {
            if (offset < last || offset > length)
                throw new ArgumentException($"The offsets of column '{name}' must rise from 0 to at most {length}, the length of its bytes; {offset} follows {last}.", nameof(offsets));
            last = offset;
        }

        return offsets;
    }

    private ReadOnlySpan<byte> Utf8(int row) => Bytes.Span[Offsets.Span[row]..Offsets.Span[row + 1]];
}
