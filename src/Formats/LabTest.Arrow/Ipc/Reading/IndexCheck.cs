using System.Numerics;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Ipc.Reading;

/// <summary>Whether the indices of a dictionary-encoded array point into the dictionary.</summary>
internal static class IndexCheck
{
    public static bool AllBelow(ArrayData data, int count) => ((DictionaryType)data.DataType).IndexType.TypeId switch
    {
        ArrowTypeId.Int8 => AllBelow<sbyte>(data, count),
        ArrowTypeId.UInt8 => AllBelow<byte>(data, count),
        ArrowTypeId.Int16 => AllBelow<short>(data, count),
        ArrowTypeId.UInt16 => AllBelow<ushort>(data, count),
        ArrowTypeId.Int32 => AllBelow<int>(data, count),
        ArrowTypeId.UInt32 => AllBelow<uint>(data, count),
        ArrowTypeId.Int64 => AllBelow<long>(data, count),
        _ => AllBelow<ulong>(data, count),
    };

    private static bool AllBelow<T>(ArrayData data, int count)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (count == 0)
            return data.NullCount == data.Length;

        var validity = data.Buffers[0];
        var indices = data.Buffers[1].As<T>()[..data.Length];
        var last = T.CreateSaturating(count - 1);
        for (var i = 0; i < indices.Length; i++)
        {
            // What stands where a value is null means nothing.
            if ((indices[i] < T.Zero || indices[i] > last) && (validity.IsEmpty || BitUtility.GetBit(validity.Span, i)))
                return false;
        }

        return true;
    }
}
