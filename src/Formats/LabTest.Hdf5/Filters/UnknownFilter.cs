using LabTest.Hdf5.Messages;

namespace LabTest.Hdf5.Filters;

/// <summary>A filter that this library does not have: the dataset can be looked at, but not read.</summary>
internal sealed class UnknownFilter(FilterDescription description) : ChunkFilter
{
    /// <summary>What the files call the filters of the reference library, of which new ones store no name.</summary>
    private static readonly Dictionary<int, string> Names = new() { [4] = "szip", [5] = "nbit", [6] = "scaleoffset" };

    public string Problem
    {
        get
        {
            var name = description.Name.Length > 0 ? description.Name : Names.GetValueOrDefault(description.Id, "without a name");
            return $"filter {description.Id} ({name}) is not known; {FilterPipeline.Known} are. Rewrite the file with h5repack -f GZIP=1";
        }
    }

    public override PooledBytes Encode(ReadOnlySpan<byte> input) => throw new NotSupportedException(Problem);

    public override PooledBytes Decode(PooledBytes input, int limit) => throw new InvalidDataException(Problem);
}
