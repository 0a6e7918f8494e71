using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Messages;

/// <summary>How many hard links lead to an object, where it is more than one (specification IV.A.2.w).</summary>
internal static class ReferenceCountMessage
{
    public static byte[] Encode(uint count) => new ByteWriter(5).U8(0).U32(count).ToArray();

    public static uint Decode(ByteReader reader)
    {
        reader.Version(0);
        return reader.U32();
    }
}
