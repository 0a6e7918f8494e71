namespace LabTest.Hdf5.Storage;

/// <summary>What elements hold that were never written.</summary>
internal sealed class FillPattern
{
    private readonly byte[]? _value;
    private readonly int _elementSize;

    public FillPattern(byte[]? value, int elementSize)
    {
        _elementSize = elementSize;
        _value = value is not null && value.Length == elementSize && value.AsSpan().ContainsAnyExcept((byte)0) ? value : null;
    }

    /// <summary>Fills whole elements.</summary>
    public void Fill(Span<byte> elements)
    {
        if (_value is null)
        {
            elements.Clear();
            return;
        }

        if (elements.IsEmpty)
            return;
        _value.CopyTo(elements);
        for (var filled = _value.Length; filled < elements.Length; filled *= 2)
            elements[..Math.Min(filled, elements.Length - filled)].CopyTo(elements[filled..]);
    }

    /// <summary>At most so many bytes of whole elements, filled; at least one element.</summary>
    public byte[] Piece(long most)
    {
        var piece = new byte[Math.Max(1, most / _elementSize) * _elementSize];
        Fill(piece);
        return piece;
    }
}
