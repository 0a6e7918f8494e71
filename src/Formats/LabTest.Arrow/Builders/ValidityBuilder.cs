namespace LabTest.Arrow;

/// <summary>Counts values and nulls, and keeps bits only once there is a null.</summary>
internal sealed class ValidityBuilder
{
    private readonly ArrowBuffer.BitmapBuilder _bits = new(capacity: 0);

    public int Length { get; private set; }

    public int NullCount { get; private set; }

    public void AppendValid(int count = 1)
    {
        if (NullCount > 0)
            _bits.AppendRange(true, count);
        Length += count;
    }

    public void AppendNull()
    {
        Materialize();
        _bits.Append(false);
        Length++;
        NullCount++;
    }

    public void Set(int index, bool valid)
    {
        if (NullCount == 0 && valid)
            return;
        Materialize();
        _bits.Set(index, valid);
        NullCount = _bits.UnsetBitCount;
        if (NullCount == 0)
            _bits.Clear();
    }

    public void Clear()
    {
        _bits.Clear();
        Length = 0;
        NullCount = 0;
    }

    /// <summary>A copy of the bits; empty if there is no null.</summary>
    public ArrowBuffer Build() => NullCount > 0 ? _bits.Build() : ArrowBuffer.Empty;

    /// <summary>The bits, sharing memory with this builder; nothing may be set or cleared afterwards.</summary>
    public ArrowBuffer Snapshot() => NullCount > 0 ? _bits.Snapshot() : ArrowBuffer.Empty;

    private void Materialize()
    {
        if (NullCount == 0)
            _bits.Clear().AppendRange(true, Length);
    }
}
