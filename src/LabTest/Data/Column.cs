namespace LabTest.Data;

/// <summary>
/// A named, united column of a <see cref="Table"/>, in the buffer layout of Apache Arrow (Columnar Format 1.x): values side by side, and
/// a validity bitmap, least significant bit first, in which 0 marks a missing value.
/// </summary>
public abstract partial class Column
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

    /// <summary>What a value is, in the plural, for messages.</summary>
    internal abstract string Content { get; }

    /// <summary>Whether <see cref="Integer"/> gives what <see cref="Number"/> would round.</summary>
    internal virtual bool HoldsIntegers => false;

    /// <summary>What it was recorded as; null for a column that no bench made, and for one that is not whole any more.</summary>
    internal ColumnOrigin? Origin { get; init; }

    /// <summary>What else is known of it.</summary>
    internal ColumnNature Nature { get; private protected set; } = ColumnNature.Unknown;

    /// <summary>What an assertion on it was recorded as, where it was not recorded before.</summary>
    internal Measurement? Asserted { get; set; }

    /// <summary>Whether a value is missing.</summary>
    public bool IsNull(int row) => !Validity.IsEmpty && !Bitmap.Get(Validity.Span, row);

    /// <summary>A value as an object; null where it is missing.</summary>
    public abstract object? Value(int row);

    /// <summary>A value as a number: NaN where it is missing or no number.</summary>
    public abstract double Number(int row);

    /// <summary>A value as a quantity; NaN where it is missing or no number.</summary>
    public Quantity Quantity(int row)
    {
        var number = Number(row);
        return new Quantity(number, Unit, Nature.RoundingOf(number, Unit));
    }

    /// <summary>All values as numbers, NaN where one is missing.</summary>
    public double[] ToNumbers()
    {
        var numbers = new double[Length];
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = Number(row);
        return numbers;
    }

    /// <summary>The column with only these rows, in this order; -1 gives a missing value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Column Take(ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            if (row < -1 || row >= Length)
                throw new ArgumentOutOfRangeException(nameof(rows), row, $"Column '{Name}' has the rows 0 to {Length - 1}.");
        }

        var taken = TakeRows(rows);
        taken.Nature = Nature.Take(rows);
        return taken;
    }

    /// <summary>The same amounts in another unit of the same dimension, as floating-point numbers.</summary>
    /// <exception cref="UnitMismatchException">The unit is of another dimension or kind.</exception>
    /// <exception cref="InvalidOperationException">The column holds no numbers.</exception>
    public NumberColumn<double> To(Unit unit)
    {
        RequireNumbers();
        ArgumentNullException.ThrowIfNull(unit);
        if (!Unit.ConvertsTo(unit))
            throw new UnitMismatchException($"Column '{Name}' is in {Unit.Describe()} and cannot be given in {unit.Describe()}.");
        var numbers = ToNumbers();
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = new Quantity(numbers[row], Unit).In(unit);
        return new NumberColumn<double>(Name, numbers, unit, Validity) { Origin = Origin, Nature = Nature.To(Unit, unit) };
    }

    /// <summary>The same values under another name.</summary>
    public Column Rename(string name)
    {
        var renamed = Named(name);
        renamed.Nature = Nature with { RecordName = null };
        return renamed;
    }

    /// <summary>Whether a row has a value that can be ordered and matched: it is neither missing nor NaN.</summary>
    internal virtual bool HasValue(int row) => !IsNull(row);

    /// <summary>A value as it is, where the column <see cref="HoldsIntegers"/>.</summary>
    internal virtual Int128 Integer(int row) => throw new NotSupportedException($"Column '{Name}' holds {Content}.");

    /// <summary>Orders rising rows, all of which have a value, by it; rows of one value stay in the order they have.</summary>
    internal abstract void Order(int[] rows, bool descending);

    /// <summary>The number of each row's value among the distinct ones, in the order they first appear.</summary>
    internal abstract int[] Distinct();

    /// <summary>The same values, as they were recorded.</summary>
    /// <param name="origin">What they were recorded as.</param>
    /// <param name="uncertainties">The standard uncertainty of each, in the column's unit; empty where none is known.</param>
    internal Column From(ColumnOrigin origin, ReadOnlyMemory<double> uncertainties = default)
    {
        var recorded = Recorded(origin);
        recorded.Nature = new ColumnNature { Scope = origin.Table.Scope, RecordName = origin.Name, Uncertainties = uncertainties };
        return recorded;
    }

    /// <summary>The same values under another name; the caller says what they are.</summary>
    private protected abstract Column Named(string name);

    /// <summary>The same values with an origin; the caller says what they are.</summary>
    private protected abstract Column Recorded(ColumnOrigin origin);

    /// <summary>The chosen rows, which exist or are -1.</summary>
    private protected abstract Column TakeRows(ReadOnlySpan<int> rows);

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
