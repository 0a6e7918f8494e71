using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5.Messages;

/// <summary>Finds datatypes that are kept in the header of a committed type (specification IV.A.2, "shared messages").</summary>
internal sealed class SharedMessageResolver(FileSource source)
{
    private const int InOtherHeader = 2;

    public Hdf5Type Type(ref ByteReader reader)
    {
        var address = Address(ref reader);
        var message = ObjectHeaderReader.Read(source, address).Find(MessageType.Datatype);
        if (message is null or { IsShared: true })
            throw reader.Corrupt($"there is no committed type at 0x{address:x}");
        var body = message.Reader(source.Sizes, source.Origin("committed type", address));
        return DatatypeDecoder.Decode(ref body);
    }

    private static long Address(ref ByteReader reader)
    {
        var version = reader.U8();
        int kind = reader.U8();
        if (version == 1)
            reader.Skip(6);
        if (version is < 1 or > 3 || (version == 3 && kind != InOtherHeader))
            throw reader.Corrupt("a message is shared in a way that is not known");
        return reader.Address();
    }
}
