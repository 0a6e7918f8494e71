using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Headers;

/// <summary>
/// Writes headers so that one write inside one page switches from the old messages to the new: the first chunk lies in one page and
/// is overwritten; what does not fit there is written anew each time it changes.
/// </summary>
internal static class ObjectHeaderWriter
{
    private const int LargestFirst = Page.Size;

    /// <summary>Gives a new header its place, so that others can point to it.</summary>
    /// <param name="header">The header.</param>
    /// <param name="sink">The file.</param>
    /// <param name="leastSpare">Room to be left for messages that come later.</param>
    public static void Place(ObjectHeader header, FileSink sink, int leastSpare)
    {
        if (header.First.Address != FileAddress.Undefined)
            return;

        var needed = ObjectHeaderImage.MessagesSize(header);
        var spare = Math.Max(leastSpare, needed / 4);
        var largest = LargestFirst - ObjectHeaderImage.FirstSize(header, 0);
        var size = ObjectHeaderImage.FirstSize(header, Math.Min(needed + spare, largest));
        size = (int)Math.Min(Bits.RoundUp(size, 8), LargestFirst);
        header.First = new Extent(sink.Allocate(size), size);
    }

    public static void Flush(ObjectHeader header, FileSink sink, Commit commit)
    {
        if (!header.IsDirty)
            return;
        Check(header);

        var capacity = (int)header.First.Size - ObjectHeaderImage.FirstSize(header, 0);
        var (first, rest) = ObjectHeaderImage.Split(header, capacity);
        WriteRest(header, sink, rest);
        var next = header.Continuations.Count == 0 ? default((long, int)?) : (header.Continuations[0].Address, (int)header.Continuations[0].Size);
        sink.Put(commit, SwitchRank.Object, header.First.Address, ObjectHeaderImage.First(header, capacity, first, next), header.IsCommitted);
        header.IsDirty = false;
        header.IsCommitted = true;
    }

    private static void WriteRest(ObjectHeader header, FileSink sink, List<HeaderMessage> rest)
    {
        byte[] image = rest.Count == 0 ? [] : ObjectHeaderImage.Continuation(header, rest);
        if (image.AsSpan().SequenceEqual(header.ContinuationImage) && header.Continuations.Count == (rest.Count == 0 ? 0 : 1))
            return;

        foreach (var old in header.Continuations)
            sink.Space.Retire(old);
        header.Continuations = [];
        header.ContinuationImage = image;
        if (image.Length == 0)
            return;

        var address = sink.Allocate(image.Length);
        sink.Write(address, image);
        header.Continuations = [new Extent(address, image.Length)];
    }

    private static void Check(ObjectHeader header)
    {
        if (header.Version != 2)
            throw new Hdf5Exception($"The object at 0x{header.First.Address:x} has a header of version 1, which cannot be changed safely; rewrite the file with h5repack --low=1 or h5py's libver='latest' first.");
        if (header.First.Address != FileAddress.Undefined && !Page.Holds(header.First.Address, header.First.Size))
            throw new Hdf5Exception($"The header of the object at 0x{header.First.Address:x} crosses a page and cannot be changed safely; copy the object into a file of this library first.");
    }
}
