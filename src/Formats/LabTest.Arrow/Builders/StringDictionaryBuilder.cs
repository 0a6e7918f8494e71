using System.Text;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>
/// Collects texts of which many are equal, as indices into a dictionary that lives on from batch to batch and only grows: a stream
/// gets each text once. (Apache's C# library has no such builder.)
/// </summary>
public sealed class StringDictionaryBuilder : IArrowArrayBuilder<DictionaryArray, StringDictionaryBuilder>
{
    private static readonly DictionaryType Type = new(Int32Type.Default, StringType.Default, ordered: false);

    private readonly Int32Array.Builder _indices = new();
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly GrowingBuffer _offsets = new();
    private readonly GrowingBuffer _bytes = new();
    private ArrayData? _values;

    /// <summary>Makes a builder with an empty dictionary.</summary>
    public StringDictionaryBuilder() => _offsets.Append(0);

    /// <inheritdoc/>
    public int Length => _indices.Length;

    /// <summary>The number of different texts so far.</summary>
    public int DictionaryLength => _known.Count;

    /// <summary>Appends a text or a null.</summary>
    public StringDictionaryBuilder Append(string? value)
    {
        if (value is null)
            return AppendNull();

        if (!_known.TryGetValue(value, out var index))
            index = Add(value);
        _indices.Append(index);
        return this;
    }

    /// <summary>Appends texts and nulls.</summary>
    public StringDictionaryBuilder AppendRange(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            Append(value);
        return this;
    }

    /// <inheritdoc/>
    public StringDictionaryBuilder AppendNull()
    {
        _indices.AppendNull();
        return this;
    }

    /// <inheritdoc/>
    public StringDictionaryBuilder Reserve(int capacity)
    {
        _indices.Reserve(capacity);
        return this;
    }

    /// <summary>Removes all values; the dictionary stays.</summary>
    public StringDictionaryBuilder Clear()
    {
        _indices.Clear();
        return this;
    }

    /// <inheritdoc/>
    public DictionaryArray Build()
    {
        var indices = _indices.Build().Data;
        _values ??= new ArrayData(
            StringType.Default, _known.Count, 0, 0, [ArrowBuffer.Empty, new ArrowBuffer(_offsets.Snapshot), new ArrowBuffer(_bytes.Snapshot)]);
        return new DictionaryArray(new ArrayData(Type, indices.Length, indices.NullCount, 0, [indices.Buffers[0], indices.Buffers[1]], dictionary: _values));
    }

    private int Add(string value)
    {
        var room = _bytes.Room(Encoding.UTF8.GetMaxByteCount(value.Length));
        _bytes.Extend(Encoding.UTF8.GetBytes(value, room.Span));
        _offsets.Append(_bytes.Length);
        _values = null;
        _known.Add(value, _known.Count);
        return _known.Count - 1;
    }
}
