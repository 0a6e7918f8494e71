namespace LabTest.Hdf5.Filters;

/// <summary>A filter of the pipeline. Several threads may use one at a time.</summary>
internal abstract class ChunkFilter
{
    /// <summary>How much longer the output may be than the input.</summary>
    public virtual int Growth => 0;

    /// <summary>Filters a chunk for storing; null where the filter had better not be applied to it.</summary>
    public abstract PooledBytes? Encode(ReadOnlySpan<byte> input);

    /// <summary>Undoes the filter.</summary>
    /// <param name="input">What was stored; it is given back to the pool unless it is returned.</param>
    /// <param name="limit">The most bytes that can come out of a sound chunk.</param>
    /// <exception cref="InvalidDataException">The input is damaged.</exception>
    public abstract PooledBytes Decode(PooledBytes input, int limit);
}
