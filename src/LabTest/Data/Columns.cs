using System.Numerics;
using System.Text;

namespace LabTest.Data;

/// <summary>Makes columns from what a program has at hand.</summary>
public static class Columns
{
    /// <summary>A column of numbers, with none missing.</summary>
    public static NumberColumn<T> Of<T>(string name, T[] values, Unit? unit = null)
        where T : unmanaged, INumber<T> => new(name, values, unit ?? Unit.One);

    /// <summary>A column of numbers; null is a missing value.</summary>
    public static NumberColumn<T> Of<T>(string name, IReadOnlyList<T?> values, Unit? unit = null)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        var numbers = new T[values.Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = values[i] ?? T.Zero;
        return new NumberColumn<T>(name, numbers, unit ?? Unit.One, ValidityOf(values.Count, i => values[i] is not null));
    }

    /// <summary>A column of quantities, in the unit of the first.</summary>
    /// <exception cref="UnitMismatchException">They are of different dimensions.</exception>
    public static NumberColumn<double> Of(string name, IReadOnlyList<Quantity> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var unit = values.Count == 0 ? Unit.One : values[0].Unit;
        return new NumberColumn<double>(name, values.Select(v => v.In(unit)).ToArray(), unit);
    }

    /// <summary>A column of flags.</summary>
    public static FlagColumn Of(string name, bool[] values) => new(name, Bitmap.From(values), values.Length);

    /// <summary>A column of flags; null is a missing value.</summary>
    public static FlagColumn Of(string name, IReadOnlyList<bool?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new FlagColumn(name, Bitmap.From([.. values.Select(v => v is true)]), values.Count, ValidityOf(values.Count, i => values[i] is not null));
    }

    /// <summary>A column of points in time.</summary>
    public static TimeColumn Of(string name, Instant[] values) => new(name, values.Select(v => v.UnixNanoseconds).ToArray());

    /// <summary>A column of points in time; null is a missing value.</summary>
    public static TimeColumn Of(string name, IReadOnlyList<Instant?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new TimeColumn(name, values.Select(v => v?.UnixNanoseconds ?? 0).ToArray(), ValidityOf(values.Count, i => values[i] is not null));
    }

    /// <summary>A column of texts; null is a missing value.</summary>
    public static TextColumn Of(string name, IReadOnlyList<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var offsets = new int[values.Count + 1];
        for (var i = 0; i < values.Count; i++)
            offsets[i + 1] = checked(offsets[i] + (values[i] is { } text ? Encoding.UTF8.GetByteCount(text) : 0));
        var bytes = new byte[offsets[^1]];
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } text)
                Encoding.UTF8.GetBytes(text, bytes.AsSpan(offsets[i]));
        }

        return new TextColumn(name, offsets, bytes, ValidityOf(values.Count, i => values[i] is not null));
    }

    private static ReadOnlyMemory<byte> ValidityOf(int length, Func<int, bool> isValid)
    {
        var flags = new bool[length];
        for (var i = 0; i < length; i++)
            flags[i] = isValid(i);
        return Array.IndexOf(flags, false) < 0 ? default(ReadOnlyMemory<byte>) : Bitmap.From(flags);
    }
}
