using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes;

/// <summary>No index at all: the chunks lie one after another, allocated with the dataset.</summary>
internal sealed class ImplicitIndex(FileSource source, FileSink? sink, ChunkGrid grid, long address) : ChunkIndex
{
    private long _address = address;
    private bool _committed = true;

    public override ChunkIndexKind Kind { get; } = new ChunkIndexKind.Implicit();

    public override long Address => _address;

    private long Size => checked(grid.MaxChunks * grid.ChunkBytes);

    /// <summary>Allocates all chunks and fills them.</summary>
    public static ImplicitIndex New(FileSource source, FileSink sink, ChunkGrid grid, FillPattern fill)
    {
        var index = new ImplicitIndex(source, sink, grid, FileAddress.Undefined);
        index._address = sink.AllocateRaw(index.Size);
        index._committed = false;
        var piece = fill.Piece(Math.Min(index.Size, 1 << 20));
        for (long at = 0; at < index.Size; at += piece.Length)
            sink.Write(index._address + at, piece.AsSpan(0, (int)Math.Min(piece.Length, index.Size - at)));
        return index;
    }

    public override ChunkEntry Find(ReadOnlySpan<long> place)
    {
        if (_address == FileAddress.Undefined)
            return ChunkEntry.Missing;
        var at = _address + (Int128)grid.Number(place) * grid.ChunkBytes;
        return at <= source.Length
            ? new ChunkEntry((long)at, grid.ChunkBytes, 0)
            : throw source.Origin("implicit chunk index", _address).Corrupt($"the chunk ({string.Join(", ", place.ToArray())}) lies outside of the file's {source.Length} bytes");
    }

    public override void Set(ReadOnlySpan<long> place, ChunkEntry entry)
    {
        if (entry != Find(place))
            throw new InvalidOperationException("Chunks of an implicit index do not move.");
    }

    /// <summary>Makes sure that chunks may be written in place: what a checkpoint has is copied first.</summary>
    public void Open()
    {
        if (!_committed)
            return;
        var copy = sink!.AllocateRaw(Size);
        RawCopy.Copy(source, _address, sink, copy, Size);
        sink.Space.Retire(new Extent(_address, Size));
        _address = copy;
        _committed = false;
    }

    public override void Flush(Commit commit) => _committed = true;
}
