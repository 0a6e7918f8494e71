using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Selections;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Datasets;

/// <summary>
/// A dataset in one piece. Reading goes through a memory map where the file allows one. What a checkpoint has is never overwritten:
/// the first change after a checkpoint writes the dataset anew.
/// </summary>
internal sealed class ContiguousStorage(FileSource source, FileSink? sink, long address, long size, int elementSize, FillPattern fill) : RawStorage
{
    private const int SmallestMapped = 1 << 16;
    private const int FillPiece = 1 << 20;

    private long _address = address;
    private bool _committed = true;
    private IByteMap? _map;

    public override LayoutMessage Layout => new LayoutMessage.Contiguous(_address, size);

    /// <summary>Where the elements are in the file, or undefined where none were written.</summary>
    public long Address => _address;

    public override void Read(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination, int depth)
    {
        if (_address == FileAddress.Undefined)
        {
            fill.Fill(destination);
            return;
        }

        Check(dimensions);
        var map = Map();
        var runs = new BoxRuns(dimensions, start, count, elementSize);
        var at = 0;
        while (runs.Next())
        {
            var target = destination.Slice(at, (int)runs.Length);
            if (map is not null)
                map.Read(runs.Offset, target);
            else
                source.Read(_address + runs.Offset, target, "contiguous dataset");
            at += target.Length;
        }
    }

    public override void Write(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements)
    {
        if (size == 0)
            return;
        Open(whole: elements.Length == size);
        var runs = new BoxRuns(dimensions, start, count, elementSize);
        var at = 0;
        while (runs.Next())
        {
            sink!.Write(_address + runs.Offset, elements.Slice(at, (int)runs.Length));
            at += (int)runs.Length;
        }
    }

    public override void Flush(ReadOnlySpan<long> dimensions, Commit commit, bool rest) => _committed = true;

    private void Check(ReadOnlySpan<long> dimensions)
    {
        var wanted = (Int128)Hdf5Shape.Product(dimensions) * elementSize;
        var origin = source.Origin("contiguous dataset", _address);
        if (size >= 0 && wanted > size)
            throw origin.Corrupt($"it has {size} bytes where its extents need {wanted}");
        if (_address < 0 || _address > source.Length || wanted > source.Length - _address)
            throw origin.Corrupt($"its {wanted} bytes lie outside of the file's {source.Length}");
    }

    private IByteMap? Map()
    {
        if (sink is not null || size < SmallestMapped)
            return null;
        return _map ??= source.Map(_address, size);
    }

    /// <summary>Gives a place that may be written to.</summary>
    private void Open(bool whole)
    {
        if (_address != FileAddress.Undefined && !_committed)
            return;

        var old = _address;
        _address = sink!.AllocateRaw(size);
        _committed = false;
        if (old == FileAddress.Undefined)
        {
            if (!whole)
                FillAll();
            return;
        }

        if (!whole)
            RawCopy.Copy(source, old, sink, _address, size);
        sink.Space.Retire(new Extent(old, size));
    }

    private void FillAll()
    {
        var piece = fill.Piece(Math.Min(size, FillPiece));
        for (long at = 0; at < size; at += piece.Length)
            sink!.Write(_address + at, piece.AsSpan(0, (int)Math.Min(piece.Length, size - at)));
    }
}
