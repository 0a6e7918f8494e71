using System.Text;
using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Types;

/// <summary>Reads datatype messages, versions 1 to 4 (specification IV.A.2.d).</summary>
internal static class DatatypeDecoder
{
    private const int Deepest = 32;

    public static Hdf5Type Decode(ref ByteReader reader) => Decode(ref reader, 0);

    private static Hdf5Type Decode(ref ByteReader reader, int depth)
    {
        if (depth > Deepest)
            throw reader.Corrupt($"a datatype is nested more than {Deepest} deep");

        var start = reader;
        var classAndVersion = reader.U8();
        var version = classAndVersion >> 4;
        var bits = (uint)reader.Unsigned(3);
        var size = reader.SmallCount(4);
        if (version is < 1 or > 5)
            throw reader.Corrupt($"a datatype has the unknown version {version}");
        if (size == 0)
            throw reader.Corrupt("a datatype has no size");

        var order = (bits & 1) == 0 ? Hdf5ByteOrder.LittleEndian : Hdf5ByteOrder.BigEndian;
        switch ((DatatypeClass)(classAndVersion & 15))
        {
            case DatatypeClass.Integer:
                return new Hdf5IntegerType(size, (bits & 8) != 0, order, reader.U16(), reader.U16());
            case DatatypeClass.Float:
                return new Hdf5FloatType(size, order, ReadFloat(ref reader, bits));
            case DatatypeClass.Text:
                return new Hdf5TextType(size, Charset(reader, bits >> 4), Padding(reader, bits));
            case DatatypeClass.Opaque:
                var tag = reader.Bytes((int)(bits & 0xff));
                var end = tag.IndexOf((byte)0);
                return new Hdf5OpaqueType(size, Encoding.UTF8.GetString(end < 0 ? tag[..Math.Min(tag.Length, 247)] : tag[..Math.Min(end, 247)]));
            case DatatypeClass.Compound:
                return ReadCompound(ref reader, version, (int)(bits & 0xffff), size, depth);
            case DatatypeClass.Reference:
                return (bits & 15) switch
                {
                    0 => new Hdf5ReferenceType(Hdf5ReferenceKind.Object, size),
                    1 => new Hdf5ReferenceType(Hdf5ReferenceKind.Region, size),
                    _ => Other(start, DatatypeClass.Reference, size, 8),
                };
            case DatatypeClass.Enum:
                return ReadEnum(ref reader, version, (int)(bits & 0xffff), size, depth);
            case DatatypeClass.VariableLength:
                var element = Decode(ref reader, depth + 1);
                return (bits & 15) == 1
                    ? new Hdf5TextType(null, Charset(reader, bits >> 8), Padding(reader, bits >> 4), size)
                    : new Hdf5SequenceType(element, size);
            case DatatypeClass.Array:
                return ReadArray(ref reader, version, size, depth);
            case DatatypeClass.Time:
                reader.Skip(2);
                return Other(start, DatatypeClass.Time, size, 10);
            case DatatypeClass.BitField:
                reader.Skip(4);
                return Other(start, DatatypeClass.BitField, size, 12);
            default:
                throw reader.Corrupt($"a datatype has the unknown class {classAndVersion & 15}");
        }
    }

    private static FloatLayout ReadFloat(ref ByteReader reader, uint bits)
    {
        int offset = reader.U16(), precision = reader.U16();
        int exponentAt = reader.U8(), exponentBits = reader.U8(), mantissaAt = reader.U8(), mantissaBits = reader.U8();
        return new FloatLayout(offset, precision, (int)((bits >> 8) & 0xff), exponentAt, exponentBits, mantissaAt, mantissaBits, reader.U32(), (int)((bits >> 4) & 3));
    }

    private static Hdf5CompoundType ReadCompound(ref ByteReader reader, int version, int count, int size, int depth)
    {
        List<Hdf5Member> members = [];
        var width = Bits.BytesFor((ulong)size);
        for (var i = 0; i < count; i++)
        {
            var name = ReadName(ref reader, version);
            var offset = version >= 3 ? reader.Count(width) : reader.Count(4);
            int[] dimensions = version == 1 ? ReadOldDimensions(ref reader) : [];
            var type = Decode(ref reader, depth + 1);
            if (dimensions.Length > 0)
                type = MakeArray(reader, type, dimensions);
            if (offset > size || type.Size > size - offset)
                throw reader.Corrupt($"the field {name} lies outside of its compound type");
            members.Add(new Hdf5Member(name, (int)offset, type));
        }

        return members.Count > 0 ? new Hdf5CompoundType(size, members) : throw reader.Corrupt("a compound type has no fields");
    }

    private static int[] ReadOldDimensions(ref ByteReader reader)
    {
        int rank = reader.U8();
        reader.Skip(3 + 4 + 4);
        Span<int> all = [reader.SmallCount(4), reader.SmallCount(4), reader.SmallCount(4), reader.SmallCount(4)];
        return rank <= 4 ? all[..rank].ToArray() : throw reader.Corrupt($"a field has {rank} dimensions");
    }

    private static Hdf5EnumType ReadEnum(ref ByteReader reader, int version, int count, int size, int depth)
    {
        if (Decode(ref reader, depth + 1) is not Hdf5IntegerType { IsWhole: true } baseType || baseType.Size != size)
            throw reader.Corrupt("an enumeration is not over whole numbers of its size");

        List<string> names = [];
        for (var i = 0; i < count; i++)
            names.Add(ReadName(ref reader, version));

        List<KeyValuePair<string, long>> members = [];
        Span<byte> value = stackalloc byte[8];
        foreach (var name in names)
        {
            value.Clear();
            reader.Bytes(size).CopyTo(value);
            if (baseType.ByteOrder == Hdf5ByteOrder.BigEndian)
                value[..size].Reverse();
            var number = System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(value);
            if (baseType.IsSigned)
                number = number << (64 - 8 * size) >> (64 - 8 * size);
            members.Add(new(name, number));
        }

        return new Hdf5EnumType(baseType, members);
    }

    private static Hdf5ArrayType ReadArray(ref ByteReader reader, int version, int size, int depth)
    {
        int rank = reader.U8();
        if (version < 3)
            reader.Skip(3);
        List<int> dimensions = [];
        for (var i = 0; i < rank; i++)
            dimensions.Add(reader.SmallCount(4));
        if (version < 3)
            reader.Skip(4 * rank);
        var array = MakeArray(reader, Decode(ref reader, depth + 1), dimensions);
        return array.Size == size ? array : throw reader.Corrupt($"an array type of {size} bytes needs {array.Size}");
    }

    private static Hdf5ArrayType MakeArray(ByteReader reader, Hdf5Type element, IReadOnlyList<int> dimensions)
    {
        try
        {
            return new Hdf5ArrayType(element, dimensions);
        }
        catch (ArgumentException e)
        {
            throw reader.Corrupt(e.Message);
        }
    }

    private static string ReadName(ref ByteReader reader, int version)
    {
        var start = reader.Position;
        var name = reader.NulTerminated();
        if (version < 3)
            reader.AlignTo8(start);
        return name;
    }

    private static Hdf5TextEncoding Charset(ByteReader reader, uint bits) => (bits & 15) switch
    {
        0 => Hdf5TextEncoding.Ascii,
        1 => Hdf5TextEncoding.Utf8,
        var other => throw reader.Corrupt($"a text has the unknown character set {other}"),
    };

    private static Hdf5TextPadding Padding(ByteReader reader, uint bits) => (bits & 15) switch
    {
        <= 2 and var known => (Hdf5TextPadding)known,
        var other => throw reader.Corrupt($"a text has the unknown padding {other}"),
    };

    private static Hdf5OtherType Other(ByteReader start, DatatypeClass kind, int size, int length) =>
        new((int)kind, size, start.Bytes(length).ToArray());
}
