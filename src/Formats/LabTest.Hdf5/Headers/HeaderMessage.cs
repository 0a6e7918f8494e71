using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Headers;

/// <summary>A message of an object header, its body not yet decoded.</summary>
internal sealed record HeaderMessage(MessageType Type, byte Flags, byte[] Body, int CreationOrder = 0)
{
    /// <summary>The most that a message can hold.</summary>
    public const int LargestBody = 65_535;

    /// <summary>Flag: the body says where the message is, and the message itself is elsewhere (specification IV.A.2, "shared").</summary>
    public bool IsShared => (Flags & 2) != 0;

    /// <summary>Flag: who does not know the message must not open the object.</summary>
    public bool FailsIfUnknown => (Flags & 0x80) != 0;

    /// <summary>Flag: who does not know the message must not write to the object.</summary>
    public bool FailsIfUnknownForWriting => (Flags & 0x88) != 0;

    /// <summary>The flag of messages that never change.</summary>
    public const byte Constant = 1;

    public ByteReader Reader(FormatSizes sizes, BlockOrigin origin) => new(Body, sizes, origin);
}
