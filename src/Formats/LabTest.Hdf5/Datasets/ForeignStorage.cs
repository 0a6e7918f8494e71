using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Datasets;

/// <summary>Raw data kept in a way that is not known: the dataset can be looked at, but neither read nor written.</summary>
internal sealed class ForeignStorage(LayoutMessage layout, string reason) : RawStorage
{
    public override LayoutMessage Layout => layout;

    public override void Read(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination, int depth) =>
        throw new Hdf5FormatException(reason);

    public override void Write(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements) =>
        throw new Hdf5FormatException(reason);

    public override void Flush(ReadOnlySpan<long> dimensions, Commit commit, bool rest)
    {
    }
}
