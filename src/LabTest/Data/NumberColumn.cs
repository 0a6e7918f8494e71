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
    /// <summary>The values, shape (n); what stands at the place of a missing one means nothing.</summary>
    public ReadOnlyMemory<T> Values { get; } = values;

    /// <inheritdoc/>
    public override Type ValueType => typeof(T);

    /// <inheritdoc/>
    public override bool IsNumeric => true;

    /// <summary>A value as it is stored.</summary>
    public T this[int row] => Values.Span[row];

    /// <inheritdoc/>
    public override object? Value(int row) => IsNull(row) ? null : Values.Span[row];

    /// <inheritdoc/>
    public override double Number(int row) => IsNull(row) ? double.NaN : double.CreateSaturating(Values.Span[row]);

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = rows[i] < 0 ? T.Zero : Values.Span[rows[i]];
        return new NumberColumn<T>(Name, taken, Unit, TakeValidity(rows));
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new NumberColumn<T>(name, Values, Unit, Validity);

    internal override Column In(IMeasurementScope? scope, string recordedName, long recordedAs) =>
        new NumberColumn<T>(Name, Values, Unit, Validity) { Scope = scope, RecordedName = recordedName, RecordedAs = recordedAs };
}
