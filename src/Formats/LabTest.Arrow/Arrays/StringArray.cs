using System.Collections;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of UTF-8 text with 32-bit offsets.</summary>
public sealed class StringArray : BinaryArray, IReadOnlyList<string?>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    public StringArray(
        int length, ArrowBuffer valueOffsetsBuffer, ArrowBuffer dataBuffer, ArrowBuffer nullBitmapBuffer, int nullCount = 0, int offset = 0)
        : this(new ArrayData(StringType.Default, length, nullCount, offset, [nullBitmapBuffer, valueOffsetsBuffer, dataBuffer]))
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public StringArray(ArrayData data)
        : base(data, ArrowTypeId.String)
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
    public new sealed class Builder : VariableBinaryArrayBuilder<int, StringArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(StringType.Default)
        {
        }

        /// <summary>Appends a text or a null.</summary>
        public Builder Append(string? value) => AppendText(value);

        /// <summary>Appends texts and nulls.</summary>
        public Builder AppendRange(IEnumerable<string?> values) => AppendEach(values, Append);

        private protected override StringArray Create(ArrayData data) => new(data);
    }
}
