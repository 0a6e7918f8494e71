using LabTest.Hdf5.Messages;

namespace LabTest.Hdf5.Filters;

/// <summary>The filters of a dataset, in the order in which a chunk passes them when it is stored.</summary>
internal sealed class FilterPipeline
{
    private static readonly (int Id, string Name, Func<FilterDescription, ChunkFilter?> Make)[] Makers =
    [
        (ShuffleFilter.Id, "shuffle", static d => d.Values is [> 0 and < int.MaxValue and var size, ..] ? new ShuffleFilter((int)size) : null),
        (DeflateFilter.Id, "deflate", static d => new DeflateFilter(d.Values is [<= 9 and var level, ..] ? (int)level : 6)),
        (Fletcher32Filter.Id, "fletcher32", static _ => new Fletcher32Filter()),
    ];

    private readonly ChunkFilter[] _filters;

    public FilterPipeline(IReadOnlyList<FilterDescription> descriptions)
    {
        Descriptions = descriptions;
        _filters = [.. descriptions.Select(Create)];
    }

    /// <summary>The names of the filters that this library has, as part of a sentence.</summary>
    public static string Known => $"{string.Join(", ", Makers[..^1].Select(m => m.Name))} and {Makers[^1].Name}";

    public IReadOnlyList<FilterDescription> Descriptions { get; }

    public bool IsEmpty => _filters.Length == 0;

    /// <summary>The mask of a chunk that has passed no filter.</summary>
    public uint SkipAll => (uint)((1UL << _filters.Length) - 1);

    /// <summary>Which of the filters that a chunk has passed cannot be undone; null if all can.</summary>
    public string? Problem(uint mask) => _filters.Where((_, i) => (mask & (1u << i)) == 0).OfType<UnknownFilter>().FirstOrDefault()?.Problem;

    /// <summary>The most bytes that a stored chunk can stand for.</summary>
    public long LargestContent(long stored) => Descriptions.Any(d => d.Id == DeflateFilter.Id) ? stored * DeflateFilter.LargestRatio + 64 : stored;

    /// <summary>Filters a chunk.</summary>
    /// <returns>The bytes to be stored, and a bit for every filter that was left out.</returns>
    public (PooledBytes Bytes, uint Mask) Encode(PooledBytes chunk)
    {
        uint mask = 0;
        for (var i = 0; i < _filters.Length; i++)
        {
            if (_filters[i].Encode(chunk.Span) is not { } filtered)
            {
                mask |= 1u << i;
                continue;
            }

            chunk.Dispose();
            chunk = filtered;
        }

        return (chunk, mask);
    }

    /// <summary>Undoes the filters; takes the stored bytes over.</summary>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    public PooledBytes Decode(PooledBytes stored, uint mask, int chunkBytes)
    {
        try
        {
            for (var i = _filters.Length - 1; i >= 0; i--)
            {
                if ((mask & (1u << i)) == 0)
                    stored = _filters[i].Decode(stored, Limit(i, mask, chunkBytes));
            }

            return stored.Length == chunkBytes
                ? stored
                : throw new InvalidDataException($"it has {stored.Length} bytes where {chunkBytes} are wanted");
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    private int Limit(int filter, uint mask, int chunkBytes)
    {
        var limit = chunkBytes;
        for (var i = 0; i < filter; i++)
            limit += (mask & (1u << i)) == 0 ? _filters[i].Growth : 0;
        return limit;
    }

    private static ChunkFilter Create(FilterDescription description) =>
        Array.Find(Makers, m => m.Id == description.Id).Make?.Invoke(description) ?? new UnknownFilter(description);
}
