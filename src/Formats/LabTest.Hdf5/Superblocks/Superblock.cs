using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Superblocks;

/// <summary>
/// The first structure of a file (specification II.A); version 3 is written. Its consistency flags stay 0 always: the reference
/// library refuses a file whose flags say that a writer has not closed it.
/// </summary>
internal sealed class Superblock
{
    /// <summary>The bytes of version 3.</summary>
    public const int Size = 48;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', (byte)'\r', (byte)'\n', 0x1a, (byte)'\n'];

    public int Version { get; init; } = 3;

    public FormatSizes Sizes { get; init; } = FormatSizes.Default;

    public long BaseAddress { get; init; }

    public long Extension { get; init; } = FileAddress.Undefined;

    public long EndOfFile { get; set; }

    /// <summary>The address of the root group's header.</summary>
    public long Root { get; set; }

    public byte[] Encode() => new ByteWriter(Size).Bytes(Signature).U8(Version).U8(Sizes.Address).U8(Sizes.Length).U8(0)
        .Address(BaseAddress).Address(Extension).Address(EndOfFile).Address(Root).Checksum().ToArray();
}
