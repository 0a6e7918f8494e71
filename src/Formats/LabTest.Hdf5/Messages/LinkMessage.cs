using System.Text;
using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Messages;

/// <summary>A link of a group (specification IV.A.2.g).</summary>
internal sealed record LinkMessage(string Name, LinkTarget Target, long? CreationOrder = null)
{
    private const int HasOrder = 4;
    private const int HasKind = 8;
    private const int HasCharset = 16;

    public static LinkMessage Decode(ByteReader reader)
    {
        reader.Version(1);
        int flags = reader.U8();
        int kind = (flags & HasKind) != 0 ? reader.U8() : 0;
        long? order = (flags & HasOrder) != 0 ? (long)reader.U64() : null;
        if ((flags & HasCharset) != 0)
            reader.Skip(1);
        var name = Encoding.UTF8.GetString(reader.Bytes(reader.SmallCount(1 << (flags & 3))));
        return new LinkMessage(name, DecodeTarget(ref reader, kind), order);
    }

    public byte[] Encode()
    {
        var name = Encoding.UTF8.GetBytes(Name);
        var width = name.Length < 256 ? 0 : name.Length < 65_536 ? 1 : 2;
        var kind = Target switch { LinkTarget.Soft => 1, LinkTarget.External => 64, _ => 0 };
        var writer = new ByteWriter(32 + name.Length).U8(1)
            .U8(width | (CreationOrder is null ? 0 : HasOrder) | (kind == 0 ? 0 : HasKind) | HasCharset);
        if (kind != 0)
            writer.U8(kind);
        if (CreationOrder is { } order)
            writer.U64((ulong)order);
        writer.U8(1).Unsigned(name.Length, 1 << width).Bytes(name);
        switch (Target)
        {
            case LinkTarget.Hard hard:
                writer.Address(hard.Address);
                break;
            case LinkTarget.Soft soft:
                var path = Encoding.UTF8.GetBytes(soft.Path);
                writer.U16(path.Length).Bytes(path);
                break;
            case LinkTarget.External external:
                byte[] content = [0, .. Encoding.UTF8.GetBytes(external.File), 0, .. Encoding.UTF8.GetBytes(external.Path), 0];
                writer.U16(content.Length).Bytes(content);
                break;
            default:
                throw new NotSupportedException($"A link of the kind {Target} cannot be written.");
        }

        return writer.ToArray();
    }

    private static LinkTarget DecodeTarget(ref ByteReader reader, int kind)
    {
        switch (kind)
        {
            case 0:
                return new LinkTarget.Hard(reader.Address());
            case 1:
                return new LinkTarget.Soft(Encoding.UTF8.GetString(reader.Bytes(reader.U16())));
            case 64:
                var content = reader.Part(reader.U16());
                content.Skip(1);
                return new LinkTarget.External(content.NulTerminated(), content.NulTerminated());
            default:
                reader.Skip(reader.U16());
                return new LinkTarget.Foreign(kind);
        }
    }
}
