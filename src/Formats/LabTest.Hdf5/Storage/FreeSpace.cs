namespace LabTest.Hdf5.Storage;

/// <summary>Pieces of the file that nothing points to any more, in the order of their addresses, neighbours merged.</summary>
/// <remarks>At most <see cref="Capacity"/> pieces are remembered, so that memory stays flat; the smallest is forgotten first.</remarks>
internal sealed class FreeSpace
{
    public const int Capacity = 1024;

    /// <summary>What is smaller is of no use to anybody, and would only be looked at again and again.</summary>
    private const int Smallest = 32;

    private readonly List<Extent> _extents = [];
    private long _largest;

    public void Add(Extent extent)
    {
        if (extent.Size <= 0)
            return;

        var at = IndexOf(extent.Address);
        if (at < _extents.Count && extent.End == _extents[at].Address)
        {
            extent = new Extent(extent.Address, extent.Size + _extents[at].Size);
            _extents.RemoveAt(at);
        }

        if (at > 0 && _extents[at - 1].End == extent.Address)
        {
            at--;
            extent = new Extent(_extents[at].Address, _extents[at].Size + extent.Size);
            _extents.RemoveAt(at);
        }

        if (extent.Size < Smallest)
            return;
        _extents.Insert(at, extent);
        _largest = Math.Max(_largest, extent.Size);
        if (_extents.Count > Capacity)
            _extents.RemoveAt(IndexOfSmallest());
    }

    /// <summary>Takes a piece at a multiple of <paramref name="alignment"/>; with <paramref name="inPage"/>, one that crosses no page.</summary>
    /// <returns>Its address, or -1 where none fits.</returns>
    public long Take(long size, int alignment, bool inPage)
    {
        if (size > _largest)
            return -1;

        long largest = 0;
        for (var i = 0; i < _extents.Count; i++)
        {
            var extent = _extents[i];
            largest = Math.Max(largest, extent.Size);
            var address = Place(extent, size, alignment, inPage);
            if (address < 0)
                continue;

            _extents.RemoveAt(i);
            if (extent.End >= address + size + Smallest)
                _extents.Insert(i, new Extent(address + size, extent.End - address - size));
            if (address >= extent.Address + Smallest)
                _extents.Insert(i, new Extent(extent.Address, address - extent.Address));
            return address;
        }

        _largest = largest;     // nothing fitted: what was seen is exact
        return -1;
    }

    /// <summary>Forgets the piece that ends at <paramref name="end"/>, if there is one, and gives where it began.</summary>
    public long TakeBack(long end)
    {
        if (_extents.Count == 0 || _extents[^1].End != end)
            return end;
        var address = _extents[^1].Address;
        _extents.RemoveAt(_extents.Count - 1);
        return address;
    }

    private static long Place(Extent extent, long size, int alignment, bool inPage)
    {
        var address = (extent.Address + alignment - 1) / alignment * alignment;
        if (inPage && !Page.Holds(address, size))
            address = (address + Page.Size - 1) / Page.Size * Page.Size;
        return address + size <= extent.End ? address : -1;
    }

    private int IndexOf(long address)
    {
        int low = 0, high = _extents.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_extents[middle].Address < address)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int IndexOfSmallest()
    {
        var smallest = 0;
        for (var i = 1; i < _extents.Count; i++)
        {
            if (_extents[i].Size < _extents[smallest].Size)
                smallest = i;
        }

        return smallest;
    }
}
