namespace LabTest.Data;

/// <summary>
/// A named, united column of a <see cref="Table"/>, in the buffer layout of Apache Arrow (Columnar Format 1.x): values side by side, and
/// a validity bitmap, least significant bit first, in which 0 marks a missing value.
/// </summary>
public abstract class Column
{
    private protected Column(string name, Unit unit, int length, ReadOnlyMemory<byte> validity)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!validity.IsEmpty && validity.Length * 8L < length)
            throw new ArgumentException($"Column '{name}' has {length} values, but its validity bitmap has only {validity.Length * 8L} bits.", nameof(validity));
        Name = name;
        Unit = unit;
        Length = length;
        Validity = validity;
        NullCount = validity.IsEmpty ? 0 : length - Bitmap.Count(validity.Span, length);
    }

    /// <summary>The name, unique in its table.</summary>
    public string Name { get; }

    /// <summary>What the numbers count.</summary>
    public Unit Unit { get; }

    /// <summary>How many values there are, missing ones included.</summary>
    public int Length { get; }

    /// <summary>How many values are missing.</summary>
    public int NullCount { get; }

    /// <summary>The validity bitmap; empty where nothing is missing.</summary>
    public ReadOnlyMemory<byte> Validity { get; }

    /// <summary>The type of a value.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Whether <see cref="Number"/> gives numbers.</summary>
    public abstract bool IsNumeric { get; }

    /// <summary>Who records what is asserted of the column; none for one that no bench made.</summary>
    internal IMeasurementScope? Scope { get; init; }

    /// <summary>What the column is called in the record, such as <c>load_regulation/dmm.reading</c>.</summary>
    internal string? RecordedName { get; init; }

    /// <summary>The number of the table's measurement in the journal.</summary>
    internal long RecordedAs { get; init; }

    /// <summary>Whether a value is missing.</summary>
    public bool IsNull(int row) => !Validity.IsEmpty && !Bitmap.Get(Validity.Span, row);

    /// <summary>A value as an object; null where it is missing.</summary>
    public abstract object? Value(int row);

    /// <summary>A value as a number: NaN where it is missing or no number.</summary>
    public abstract double Number(int row);

    /// <summary>A value as a quantity; NaN where it is missing or no number.</summary>
    public Quantity Quantity(int row) => new(Number(row), Unit);

    /// <summary>All values as numbers, NaN where one is missing.</summary>
    public double[] ToNumbers()
    {
        var numbers = new double[Length];
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = Number(row);
        return numbers;
    }

    /// <summary>The column with only these rows, in this order; -1 gives a missing value.</summary>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>The same values under another name.</summary>
    public abstract Column Rename(string name);

    /// <summary>The same values, asserted on in a scope.</summary>
    internal abstract Column In(IMeasurementScope? scope, string recordedName, long recordedAs);

    /// <summary>The validity of the chosen rows; empty where none is missing.</summary>
    private protected ReadOnlyMemory<byte> TakeValidity(ReadOnlySpan<int> rows)
    {
        if (NullCount == 0 && !rows.Contains(-1))
            return default;
        var validity = new byte[Bitmap.BytesFor(rows.Length)];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0 && !IsNull(rows[i]))
                Bitmap.Set(validity, i);
        }

        return validity;
    }
}
