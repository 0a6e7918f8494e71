using System.Collections;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of UTF-8 text with 64-bit offsets.</summary>
public sealed class LargeStringArray : LargeBinaryArray, IReadOnlyList<string?>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    public LargeStringArray(
        int length, ArrowBuffer valueOffsetsBuffer, ArrowBuffer dataBuffer, ArrowBuffer nullBitmapBuffer, int nullCount = 0, int offset = 0)
        : this(new ArrayData(LargeStringType.Default, length, nullCount, offset, [nullBitmapBuffer, valueOffsetsBuffer, dataBuffer]))
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public LargeStringArray(ArrayData data)
        : base(data, ArrowTypeId.LargeString)
    {
    }

    int IReadOnlyCollection<string?>.Count => Length;

    string? IReadOnlyList<string?>.this[int index] => GetString(index);

    /// <summary>The text at <paramref name="index"/>, or <see langword="null"/>. Bytes that are not UTF-8 become U+FFFD.</summary>
    public string? GetString(int index) => GetText(index);

    /// <summary>Goes through the values.</summary>
    public IEnumerator<string?> GetEnumerator() => Each(GetString);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Collects texts for an array.</summary>
    public new sealed class Builder : VariableBinaryArrayBuilder<long, LargeStringArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(LargeStringType.Default)
        {
        }

        /// <summary>Appends a text or a null.</summary>
        public Builder Append(string? value) => AppendText(value);

        /// <summary>Appends texts and nulls.</summary>
        public Builder AppendRange(IEnumerable<string?> values) => AppendEach(values, Append);

        private protected override LargeStringArray Create(ArrayData data) => new(data);
    }
}
