using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>The indices of dictionary-encoded arrays, whatever their width.</summary>
internal static class DictionaryIndices
{
    public static int At(ArrayData data, int index)
    {
        var buffer = data.Buffers[1];
        var i = data.Offset + index;
        return ((DictionaryType)data.DataType).IndexType.TypeId switch
        {
            ArrowTypeId.Int8 => buffer.As<sbyte>()[i],
            ArrowTypeId.UInt8 => buffer.As<byte>()[i],
            ArrowTypeId.Int16 => buffer.As<short>()[i],
            ArrowTypeId.UInt16 => buffer.As<ushort>()[i],
            ArrowTypeId.Int32 => buffer.As<int>()[i],
            ArrowTypeId.UInt32 => checked((int)buffer.As<uint>()[i]),
            ArrowTypeId.Int64 => checked((int)buffer.As<long>()[i]),
            _ => checked((int)buffer.As<ulong>()[i]),
        };
    }
}
