using System.Collections;
using System.Text;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of UTF-8 text, held as views. Arrays of views are read and passed on, not built.</summary>
public sealed class StringViewArray : BinaryViewArray, IReadOnlyList<string?>
{
    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public StringViewArray(ArrayData data)
        : base(data, ArrowTypeId.StringView)
    {
    }

    int IReadOnlyCollection<string?>.Count => Length;

    string? IReadOnlyList<string?>.this[int index] => GetString(index);

    /// <summary>The text at <paramref name="index"/>, or <see langword="null"/>. Bytes that are not UTF-8 become U+FFFD.</summary>
    public string? GetString(int index)
    {
        var bytes = GetBytes(index, out var isNull);
        return isNull ? null : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Goes through the values.</summary>
    public IEnumerator<string?> GetEnumerator() => Each(GetString);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
