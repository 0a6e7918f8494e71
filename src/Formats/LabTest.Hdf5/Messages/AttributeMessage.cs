using System.Text;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5.Messages;

/// <summary>An attribute: a small named value on an object (specification IV.A.2.m); version 3 is written.</summary>
internal sealed record AttributeMessage(string Name, Hdf5Type Type, Hdf5Shape Shape, byte[] Data)
{
    private const byte SharedType = 1;
    private const byte SharedSpace = 2;

    /// <summary>The name alone, for searching.</summary>
    public static string DecodeName(ByteReader reader)
    {
        var version = reader.U8();
        reader.Skip(1);
        int size = reader.U16();
        reader.Skip(version == 3 ? 5 : 4);
        return Text(reader.Bytes(size));
    }

    /// <summary>Reads an attribute.</summary>
    /// <param name="reader">The body of the message.</param>
    /// <param name="resolve">Reads a message that is kept elsewhere, given the body that says where.</param>
    public static AttributeMessage Decode(ByteReader reader, SharedMessageResolver resolve)
    {
        var version = reader.U8();
        if (version is < 1 or > 3)
            throw reader.Corrupt($"an attribute has the unknown version {version}");
        int flags = version == 1 ? reader.U8() & 0 : reader.U8();
        int nameSize = reader.U16(), typeSize = reader.U16(), spaceSize = reader.U16();
        if (version == 3)
            reader.Skip(1);

        var name = Text(reader.Bytes(nameSize));
        Pad(ref reader, version, nameSize);
        var typeBody = reader.Part(typeSize);
        Pad(ref reader, version, typeSize);
        var spaceBody = reader.Part(spaceSize);
        Pad(ref reader, version, spaceSize);

        var type = (flags & SharedType) != 0 ? resolve.Type(ref typeBody) : DatatypeDecoder.Decode(ref typeBody);
        if ((flags & SharedSpace) != 0)
            throw reader.Corrupt($"the attribute {name} shares its dataspace, which is not known");
        var shape = DataspaceMessage.Decode(ref spaceBody);

        var size = (Int128)shape.Count * type.Size;
        if (size > reader.Remaining)
            throw reader.Corrupt($"the attribute {name} has {reader.Remaining} bytes where {size} are needed");
        return new AttributeMessage(name, type, shape, reader.Bytes((int)size).ToArray());
    }

    /// <summary>The body of the message.</summary>
    /// <exception cref="ArgumentException">The type is too large to be described in an attribute.</exception>
    public byte[] Encode()
    {
        var name = Encoding.UTF8.GetBytes(Name);
        var type = DatatypeEncoder.Encode(Type);
        if (type.Length > HeaderMessage.LargestBody)
            throw new ArgumentException($"The type of the attribute {Name} takes {type.Length} bytes where {HeaderMessage.LargestBody} fit.");
        var space = DataspaceMessage.Encode(Shape);
        return new ByteWriter(64 + Data.Length).U8(3).U8(0).U16(name.Length + 1).U16(type.Length).U16(space.Length).U8(1)
            .Bytes(name).U8(0).Bytes(type).Bytes(space).Bytes(Data).ToArray();
    }

    private static void Pad(ref ByteReader reader, int version, int size)
    {
        if (version == 1)
            reader.Skip(-size & 7);
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }
}
