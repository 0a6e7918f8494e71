using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Messages;

/// <summary>Where a group with many links keeps them (specification IV.A.2.c); undefined addresses where they are in the header.</summary>
internal sealed record LinkInfoMessage(int Flags, long LargestOrder, long HeapAddress, long NameTreeAddress, long OrderTreeAddress)
{
    private const int TracksOrder = 1;
    private const int IndexesOrder = 2;

    public static LinkInfoMessage Empty { get; } = new(0, 0, FileAddress.Undefined, FileAddress.Undefined, FileAddress.Undefined);

    public bool IsDense => HeapAddress != FileAddress.Undefined;

    public bool TracksCreationOrder => (Flags & TracksOrder) != 0;

    public bool IndexesCreationOrder => (Flags & IndexesOrder) != 0;

    public static LinkInfoMessage Decode(ByteReader reader)
    {
        reader.Version(0);
        int flags = reader.U8();
        var order = (flags & TracksOrder) != 0 ? (long)reader.U64() : 0;
        return new LinkInfoMessage(flags, order, reader.Address(), reader.Address(),
            (flags & IndexesOrder) != 0 ? reader.Address() : FileAddress.Undefined);
    }

    public byte[] Encode()
    {
        var writer = new ByteWriter(40).U8(0).U8(Flags);
        if (TracksCreationOrder)
            writer.U64((ulong)LargestOrder);
        writer.Address(HeapAddress).Address(NameTreeAddress);
        if (IndexesCreationOrder)
            writer.Address(OrderTreeAddress);
        return writer.ToArray();
    }
}
