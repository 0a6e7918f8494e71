using LabTest.Hdf5.Messages;

namespace LabTest.Hdf5.Filters;

/// <summary>A filter that this library does not have: the dataset can be looked at, but not read.</summary>
internal sealed class UnknownFilter(FilterDescription description) : ChunkFilter
{
    public override PooledBytes Encode(ReadOnlySpan<byte> input) => throw new NotSupportedException(Message);

    public override PooledBytes Decode(PooledBytes input, int limit) => throw new InvalidDataException(Message);

    private string Message => $"filter {description.Id} ({description.Name}) is not known; shuffle, deflate and fletcher32 are. Rewrite the file with h5repack -f GZIP=1";
}
