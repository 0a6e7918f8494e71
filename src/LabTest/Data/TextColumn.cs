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
    public ReadOnlyMemory<int> Offsets { get; } = offsets;

    /// <summary>The texts in UTF-8, one after the other.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <inheritdoc/>
    public override Type ValueType => typeof(string);

    /// <inheritdoc/>
    public override bool IsNumeric => false;

    /// <summary>A text; empty where it is missing.</summary>
    public string this[int row] => Encoding.UTF8.GetString(Bytes.Span[Offsets.Span[row]..Offsets.Span[row + 1]]);

    /// <inheritdoc/>
    public override object? Value(int row) => IsNull(row) ? null : this[row];

    /// <inheritdoc/>
    public override double Number(int row) => double.NaN;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var texts = new string?[rows.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = rows[i] < 0 ? null : (string?)Value(rows[i]);
        return Columns.Of(Name, texts);
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new TextColumn(name, Offsets, Bytes, Validity);

    internal override Column In(IMeasurementScope? scope, string recordedName, long recordedAs) =>
        new TextColumn(Name, Offsets, Bytes, Validity) { Scope = scope, RecordedName = recordedName, RecordedAs = recordedAs };
}
