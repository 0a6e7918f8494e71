using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of indices into a dictionary of values.</summary>
/// <remarks>A null is a null index; a null in the dictionary is seen only by whoever looks the value up.</remarks>
public sealed class DictionaryArray : Array
{
    private IArrowArray? _indices;
    private IArrowArray? _dictionary;

    /// <summary>Makes an array of indices and values that exist.</summary>
    /// <exception cref="ArgumentException">The indices or values are of another type than <paramref name="dataType"/> says.</exception>
    public DictionaryArray(DictionaryType dataType, IArrowArray indicesArray, IArrowArray dictionary)
        : this(Combine(dataType, indicesArray.Data, dictionary.Data))
    {
        _indices = indicesArray;
        _dictionary = dictionary;
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type, or there is no dictionary.</exception>
    public DictionaryArray(ArrayData data)
        : base(data.Require(ArrowTypeId.Dictionary))
    {
        if (data.Dictionary is null)
            throw new ArgumentException($"An array of {data.DataType} needs a dictionary.", nameof(data));
    }

    /// <summary>The values.</summary>
    public IArrowArray Dictionary => _dictionary ??= ArrowArrayFactory.BuildArray(Data.Dictionary!);

    /// <summary>For each value of this array, its index in <see cref="Dictionary"/>.</summary>
    public IArrowArray Indices => _indices ??= ArrowArrayFactory.BuildArray(
        new ArrayData(((DictionaryType)Data.DataType).IndexType, Length, NullCount, Offset, [Data.Buffers[0], Data.Buffers[1]]));

    /// <summary>The buffer that the indices lie in.</summary>
    public ArrowBuffer IndicesBuffer => Data.Buffers[1];

    /// <summary>The index in <see cref="Dictionary"/> of the value at <paramref name="index"/>, or <see langword="null"/>.</summary>
    public int? GetIndex(int index) => IsValid(Checked(index)) ? DictionaryIndices.At(Data, index) : null;

    private static ArrayData Combine(DictionaryType type, ArrayData indices, ArrayData dictionary)
    {
        if (!TypeEquality.Same(type.IndexType, indices.DataType) || !TypeEquality.Same(type.ValueType, dictionary.DataType))
            throw new ArgumentException($"Indices of {indices.DataType} and values of {dictionary.DataType} are not {type}.", nameof(type));
        return new ArrayData(type, indices.Length, indices.NullCount, indices.Offset, [indices.Buffers[0], indices.Buffers[1]], dictionary: dictionary);
    }
}
