using System.Text;
using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Types;

/// <summary>Writes datatype messages, version 3 (specification IV.A.2.d).</summary>
internal static class DatatypeEncoder
{
    private const int Version = 3;

    public static byte[] Encode(Hdf5Type type)
    {
        var writer = new ByteWriter(64);
        Write(writer, type);
        return writer.ToArray();
    }

    private static void Write(ByteWriter writer, Hdf5Type type)
    {
        switch (type)
        {
            case Hdf5IntegerType integer:
                Head(writer, DatatypeClass.Integer, Order(integer.ByteOrder) | (integer.IsSigned ? 8u : 0), integer.Size);
                writer.U16(integer.BitOffset).U16(integer.Precision);
                break;
            case Hdf5FloatType number:
                var layout = number.Layout;
                Head(writer, DatatypeClass.Float, Order(number.ByteOrder) | ((uint)layout.Normalization << 4) | ((uint)layout.SignAt << 8), number.Size);
                writer.U16(layout.BitOffset).U16(layout.Precision).U8(layout.ExponentAt).U8(layout.ExponentBits)
                    .U8(layout.MantissaAt).U8(layout.MantissaBits).U32(layout.Bias);
                break;
            case Hdf5TextType { FixedSize: not null } text:
                Head(writer, DatatypeClass.Text, (uint)text.Padding | ((uint)text.Encoding << 4), text.Size);
                break;
            case Hdf5TextType text:
                Head(writer, DatatypeClass.VariableLength, 1u | ((uint)text.Padding << 4) | ((uint)text.Encoding << 8), text.Size);
                Write(writer, Hdf5Type.Integer(1, signed: false));
                break;
            case Hdf5OpaqueType opaque:
                var tag = Encoding.UTF8.GetBytes(opaque.Tag);
                var padded = (tag.Length + 8) / 8 * 8;
                Head(writer, DatatypeClass.Opaque, (uint)padded, opaque.Size);
                writer.Bytes(tag).Zeros(padded - tag.Length);
                break;
            case Hdf5CompoundType compound:
                WriteCompound(writer, compound);
                break;
            case Hdf5EnumType names:
                WriteEnum(writer, names);
                break;
            case Hdf5ArrayType array:
                Head(writer, DatatypeClass.Array, 0, array.Size);
                writer.U8(array.Dimensions.Count);
                foreach (var dimension in array.Dimensions)
                    writer.U32((uint)dimension);
                Write(writer, array.Element);
                break;
            case Hdf5SequenceType sequence:
                Head(writer, DatatypeClass.VariableLength, 0, sequence.Size);
                Write(writer, sequence.Element);
                break;
            case Hdf5ReferenceType reference:
                Head(writer, DatatypeClass.Reference, (uint)reference.Kind, reference.Size);
                break;
            case Hdf5OtherType other:
                writer.Bytes(other.Encoded);
                break;
            default:
                throw new NotSupportedException($"{type} cannot be written.");
        }
    }

    private static void WriteCompound(ByteWriter writer, Hdf5CompoundType compound)
    {
        Head(writer, DatatypeClass.Compound, (uint)compound.Members.Count, compound.Size);
        var width = Bits.BytesFor((ulong)compound.Size);
        foreach (var member in compound.Members)
        {
            writer.Bytes(Encoding.UTF8.GetBytes(member.Name)).U8(0).Unsigned(member.Offset, width);
            Write(writer, member.Type);
        }
    }

    private static void WriteEnum(ByteWriter writer, Hdf5EnumType names)
    {
        Head(writer, DatatypeClass.Enum, (uint)names.Members.Count, names.Size);
        Write(writer, names.BaseType);
        foreach (var (name, _) in names.Members)
            writer.Bytes(Encoding.UTF8.GetBytes(name)).U8(0);
        foreach (var (_, value) in names.Members)
        {
            var start = writer.Length;
            writer.Unsigned(value, names.Size);
            if (names.BaseType.ByteOrder == Hdf5ByteOrder.BigEndian)
                writer.Reverse(start);
        }
    }

    private static void Head(ByteWriter writer, DatatypeClass kind, uint bits, int size) =>
        writer.U8((Version << 4) | (int)kind).Unsigned(bits, 3).U32((uint)size);

    private static uint Order(Hdf5ByteOrder order) => order == Hdf5ByteOrder.BigEndian ? 1u : 0;
}
