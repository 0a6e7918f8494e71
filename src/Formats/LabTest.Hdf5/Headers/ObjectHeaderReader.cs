using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Headers;

/// <summary>Reads object headers of versions 1 and 2 with all their continuations (specification IV.A.1).</summary>
internal static class ObjectHeaderReader
{
    public const string Structure = "object header";
    private const int LongestPrefix = 34;
    private const int OldPrefix = 16;

    public static ObjectHeader Read(FileSource source, long address)
    {
        var head = source.FetchUpTo(address, LongestPrefix, Structure);
        return head.Bytes.AsSpan().StartsWith("OHDR"u8) ? ReadNew(source, address, head) : ReadOld(source, address, head);
    }

    private static ObjectHeader ReadNew(FileSource source, long address, Block head)
    {
        var reader = head.Reader();
        reader.Signature("OHDR"u8);
        reader.Version(2);
        var flags = reader.U8();
        var prefix = reader.Bytes(((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0)).ToArray();
        var size = reader.Count(1 << (flags & 3));
        var start = reader.Position;

        var first = new Extent(address, start + size + 4);
        source.Check(address, first.Size, head.Origin);
        var gathering = new MessageGathering(source, flags);
        gathering.ReadNew(source.Fetch(address, first.Size, Structure), start);
        return new ObjectHeader(2, flags, prefix, first, gathering.Chunks, gathering.Messages) { IsCommitted = true };
    }

    private static ObjectHeader ReadOld(FileSource source, long address, Block head)
    {
        var reader = head.Reader();
        reader.Version(1);
        reader.Skip(3);
        reader.Skip(4);
        var size = reader.Count(4);

        var gathering = new MessageGathering(source, 0);
        gathering.ReadOld(source.Fetch(address + OldPrefix, size, Structure));
        return new ObjectHeader(1, 0, [], new Extent(address, OldPrefix + size), gathering.Chunks, gathering.Messages) { IsCommitted = true };
    }
}
