using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Messages;

/// <summary>Where an object with many or large attributes keeps them (specification IV.A.2.v).</summary>
internal sealed record AttributeInfoMessage(int Flags, int LargestOrder, long HeapAddress, long NameTreeAddress, long OrderTreeAddress)
{
    private const int TracksOrder = 1;
    private const int IndexesOrder = 2;

    public static AttributeInfoMessage Empty { get; } = new(0, 0, FileAddress.Undefined, FileAddress.Undefined, FileAddress.Undefined);

    public bool IsDense => HeapAddress != FileAddress.Undefined;

    public bool TracksCreationOrder => (Flags & TracksOrder) != 0;

    public bool IndexesCreationOrder => (Flags & IndexesOrder) != 0;

    public static AttributeInfoMessage Decode(ByteReader reader)
    {
        reader.Version(0);
        int flags = reader.U8();
        int order = (flags & TracksOrder) != 0 ? reader.U16() : 0;
        return new AttributeInfoMessage(flags, order, reader.Address(), reader.Address(),
            (flags & IndexesOrder) != 0 ? reader.Address() : FileAddress.Undefined);
    }

    public byte[] Encode()
    {
        var writer = new ByteWriter(40).U8(0).U8(Flags);
        if (TracksCreationOrder)
            writer.U16(LargestOrder);
        writer.Address(HeapAddress).Address(NameTreeAddress);
        if (IndexesCreationOrder)
            writer.Address(OrderTreeAddress);
        return writer.ToArray();
    }
}
