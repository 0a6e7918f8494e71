namespace LabTest.Arrow;

/// <summary>Rows of a table: one array of equal length for each column of a schema.</summary>
/// <remarks>
/// A batch never changes and may be read by several threads. What was read from memory or from a mapped file shares that memory.
/// </remarks>
public sealed partial class RecordBatch : IDisposable
{
    private readonly IArrowArray[] _arrays;

    /// <summary>Makes a batch of arrays that exist.</summary>
    /// <param name="schema">The columns.</param>
    /// <param name="data">An array for each column, of its type.</param>
    /// <param name="length">The number of rows, which every array has.</param>
    /// <exception cref="ArgumentException">An array is missing, too many, of another type or of another length.</exception>
    public RecordBatch(Schema schema, IEnumerable<IArrowArray> data, int length)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Schema = schema;
        Length = length;
        _arrays = [.. data];
        if (_arrays.Length != schema.FieldsList.Count)
            throw new ArgumentException($"The schema has {schema.FieldsList.Count} columns, but {_arrays.Length} arrays were given.", nameof(data));
        for (var i = 0; i < _arrays.Length; i++)
            Check(schema.FieldsList[i], _arrays[i]);
    }

    private RecordBatch(Schema schema, int length, IArrowArray[] arrays)
    {
        Schema = schema;
        Length = length;
        _arrays = arrays;
    }

    /// <summary>The columns.</summary>
    public Schema Schema { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount => _arrays.Length;

    /// <summary>The number of rows.</summary>
    public int Length { get; }

    /// <summary>The columns' arrays in order.</summary>
    public IEnumerable<IArrowArray> Arrays => _arrays;

    /// <summary>The array of column <paramref name="i"/>.</summary>
    public IArrowArray Column(int i) => _arrays[i];

    /// <summary>The array of the first column of that name.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IArrowArray Column(string columnName) => Column(columnName, comparer: null);

    /// <summary>The array of the first column of that name, as <paramref name="comparer"/> sees it.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IArrowArray Column(string columnName, IEqualityComparer<string>? comparer)
    {
        var index = Schema.GetFieldIndex(columnName, comparer);
        return index >= 0
            ? _arrays[index]
            : throw new ArgumentException($"There is no column '{columnName}'; there are: {Schema}.", nameof(columnName));
    }

    /// <summary>Some of the rows, sharing this batch's memory.</summary>
    /// <param name="offset">The first row.</param>
    /// <param name="length">How many rows; fewer where the batch ends before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first row lies outside the batch, or <paramref name="length"/> is negative.</exception>
    public RecordBatch Slice(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        length = Math.Min(length, Length - offset);
        return OfFitting(Schema, length, System.Array.ConvertAll(_arrays, a => ArrowArrayFactory.Slice(a, offset, length)));
    }

    /// <summary>Does nothing: the memory belongs to the garbage collector or to the reader. Here so that <c>using</c> works as in Apache's library.</summary>
    public void Dispose()
    {
    }

    /// <summary>A batch of arrays that are known to fit.</summary>
    internal static RecordBatch OfFitting(Schema schema, int length, IArrowArray[] arrays) => new(schema, length, arrays);

    private void Check(Field field, IArrowArray array)
    {
        if (array is null)
            throw new ArgumentException($"Column '{field.Name}' has no array.", nameof(array));
        if (array.Length != Length)
            throw new ArgumentException($"Column '{field.Name}' has {array.Length} values, but the batch {Length} rows.", nameof(array));
        if (!TypeEquality.Same(field.DataType, array.Data.DataType))
            throw new ArgumentException($"Column '{field.Name}' is {field.DataType}, but its array {array.Data.DataType}.", nameof(array));
    }
}
