using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Messages;

namespace LabTest.Hdf5;

/// <summary>What chunks pass before they are stored. Filters run on all cores, several chunks at a time.</summary>
public sealed record Hdf5Filters
{
    private readonly int _deflate;

    /// <summary>Chunks are stored as they are.</summary>
    public static Hdf5Filters None { get; } = new();

    /// <summary>Puts all first bytes of the elements together, then all second ones, and so on: deflate does better on that.</summary>
    public bool Shuffle { get; init; }

    /// <summary>Compresses by deflate (zlib): 0 does not, 1 is fast, 9 is small.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not from 0 to 9.</exception>
    public int Deflate
    {
        get => _deflate;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9);
            _deflate = value;
        }
    }

    /// <summary>Adds a checksum to every chunk, checked by every reader. Not for texts and lists of any length, whose values lie elsewhere.</summary>
    public bool Fletcher32 { get; init; }

    /// <summary>Shuffle, then deflate.</summary>
    /// <param name="level">1 is fast, 9 is small.</param>
    public static Hdf5Filters Compressed(int level = 1) => new() { Shuffle = true, Deflate = level };

    internal List<FilterDescription> Describe(int elementSize)
    {
        List<FilterDescription> filters = [];
        if (Shuffle)
            filters.Add(new FilterDescription(ShuffleFilter.Id, "shuffle", IsOptional: true, [(uint)elementSize]));
        if (Deflate > 0)
            filters.Add(new FilterDescription(DeflateFilter.Id, "deflate", IsOptional: true, [(uint)Deflate]));
        if (Fletcher32)
            filters.Add(new FilterDescription(Fletcher32Filter.Id, "fletcher32", IsOptional: false, []));
        return filters;
    }
}
