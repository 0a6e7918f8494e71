using System.Numerics;
using System.Runtime.InteropServices;

namespace LabTest.Arrow.Ipc.Writing;

/// <summary>A buffer of a message's body: where its bytes come from and what is done to them on the way.</summary>
internal readonly struct BodySegment
{
    private readonly ReadOnlyMemory<byte> _source;
    private readonly SegmentKind _kind;
    private readonly int _start;

    private BodySegment(SegmentKind kind, ReadOnlyMemory<byte> source, int start, int length)
    {
        _kind = kind;
        _source = source;
        _start = start;
        Length = length;
    }

    private enum SegmentKind
    {
        Copy,
        Bits,
        Offsets32,
        Offsets64,
    }

    /// <summary>The number of bytes, without padding.</summary>
    public int Length { get; }

    /// <summary>The bytes, if they are written as they are.</summary>
    public ReadOnlyMemory<byte> Unchanged => _kind == SegmentKind.Copy ? _source : default;

    public static BodySegment Copy(ReadOnlyMemory<byte> source) => new(SegmentKind.Copy, source, 0, source.Length);

    /// <summary>Bits that begin anywhere in a byte.</summary>
    public static BodySegment Bits(ReadOnlyMemory<byte> source, int start, int count) => new(SegmentKind.Bits, source, start, BitUtility.ByteCount(count)) { BitCount = count };

    /// <summary>Offsets that are made to begin at 0.</summary>
    public static BodySegment Offsets(ReadOnlyMemory<byte> source, int width) =>
        new(width == sizeof(int) ? SegmentKind.Offsets32 : SegmentKind.Offsets64, source, 0, source.Length);

    private int BitCount { get; init; }

    public void WriteTo(Span<byte> destination)
    {
        switch (_kind)
        {
            case SegmentKind.Bits:
                BitUtility.CopyBits(_source.Span, _start, BitCount, destination);
                break;
            case SegmentKind.Offsets32:
                Rebase<int>(destination);
                break;
            case SegmentKind.Offsets64:
                Rebase<long>(destination);
                break;
            default:
                _source.Span.CopyTo(destination);
                break;
        }
    }

    private void Rebase<T>(Span<byte> destination)
        where T : unmanaged, IBinaryInteger<T>
    {
        var from = MemoryMarshal.Cast<byte, T>(_source.Span);
        var to = MemoryMarshal.Cast<byte, T>(destination);
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i] - from[0];
    }
}
