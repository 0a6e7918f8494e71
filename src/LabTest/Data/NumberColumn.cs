using System.Numerics;

namespace LabTest.Data;

/// <summary>A column of numbers of one type, such as <c>NumberColumn&lt;double&gt;</c>.</summary>
/// <typeparam name="T">A primitive number: an integer of 8 to 64 bits, <see cref="Half"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="name">The name.</param>
/// <param name="values">The values, shape (n).</param>
/// <param name="unit">What they count.</param>
/// <param name="validity">The validity bitmap; empty where nothing is missing.</param>
public sealed class NumberColumn<T>(string name, ReadOnlyMemory<T> values, Unit unit, ReadOnlyMemory<byte> validity = default)
    : Column(name, unit, values.Length, validity)
    where T : unmanaged, INumber<T>
{
    // The primitive types of Arrow (Columnar Format, "Fixed-size Primitive Layout"); others have no place in a file.
    private static readonly bool IsPrimitive = Type.GetTypeCode(typeof(T)) is (>= TypeCode.SByte and <= TypeCode.Double) || typeof(T) == typeof(Half);
    private static readonly bool IsInteger = IsPrimitive && T.One / (T.One + T.One) == T.Zero;

    /// <summary>The values, shape (n); what stands at the place of a missing one means nothing.</summary>
    public ReadOnlyMemory<T> Values { get; } = IsPrimitive
        ? values
        : throw new ArgumentException($"Column '{name}' cannot hold {typeof(T).Name}: columns hold integers of 8 to 64 bits, Half, float and double.", nameof(values));

    /// <inheritdoc/>
    public override Type ValueType => typeof(T);

    /// <inheritdoc/>
    public override bool IsNumeric => true;

    internal override string Content => "numbers";

    internal override bool HoldsIntegers => IsInteger;

    /// <summary>A value as it is stored.</summary>
    public T this[int row] => Values.Span[row];

    /// <inheritdoc/>
    public override object? Value(int row) => IsNull(row) ? null : Values.Span[row];

    /// <inheritdoc/>
    public override double Number(int row) => IsNull(row) ? double.NaN : double.CreateSaturating(Values.Span[row]);

    internal override bool HasValue(int row) => !IsNull(row) && !T.IsNaN(Values.Span[row]);

    internal override Int128 Integer(int row) => Int128.CreateTruncating(Values.Span[row]);

    internal override void Order(int[] rows, bool descending) => StableOrder.Sort(Array.ConvertAll(rows, row => Values.Span[row]), rows, descending);

    internal override int[] Distinct() => DistinctRows.Number(this, row => Values.Span[row]);

    private protected override Column TakeRows(ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = rows[i] < 0 ? T.Zero : Values.Span[rows[i]];
        return new NumberColumn<T>(Name, taken, Unit, TakeValidity(rows));
    }

    private protected override Column Named(string name) => new NumberColumn<T>(name, Values, Unit, Validity);

    private protected override Column Recorded(ColumnOrigin origin) =>
        new NumberColumn<T>(Name, Values, Unit, Validity) { Origin = origin };
}
