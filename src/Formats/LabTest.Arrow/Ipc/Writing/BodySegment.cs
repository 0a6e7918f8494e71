using System.Numerics;
using System.Runtime.InteropServices;

namespace LabTest.Arrow.Ipc.Writing;

/// <summary>A buffer of a message's body: where its bytes come from and what is done to them on the way.</summary>
internal readonly struct BodySegment
{
    private readonly ReadOnlyMemory<byte> _source;
    private readonly Treatment _treatment;
    private readonly int _firstBit;
    private readonly int _bits;

    private BodySegment(Treatment treatment, ReadOnlyMemory<byte> source, int length, int firstBit = 0, int bits = 0)
    {
        _treatment = treatment;
        _source = source;
        _firstBit = firstBit;
        _bits = bits;
        Length = length;
    }

    private enum Treatment
    {
        Copy,
        ShiftBits,
        RebaseInt32,
        RebaseInt64,
    }

    /// <summary>The number of bytes, without padding.</summary>
    public int Length { get; }

    /// <summary>The bytes, if they are written as they are.</summary>
    public ReadOnlyMemory<byte> Unchanged => _treatment == Treatment.Copy ? _source : default;

    public static BodySegment Copy(ReadOnlyMemory<byte> source) => new(Treatment.Copy, source, source.Length);

    /// <summary>Bits that begin anywhere in a byte.</summary>
    public static BodySegment Bits(ReadOnlyMemory<byte> source, int first, int count) =>
        new(Treatment.ShiftBits, source, BitUtility.ByteCount(count), first, count);

    /// <summary>Offsets that are made to begin at 0.</summary>
    public static BodySegment Offsets(ReadOnlyMemory<byte> source, int width) =>
        new(width == sizeof(int) ? Treatment.RebaseInt32 : Treatment.RebaseInt64, source, source.Length);

    public void WriteTo(Span<byte> destination)
    {
        switch (_treatment)
        {
            case Treatment.ShiftBits:
                BitUtility.CopyBits(_source.Span, _firstBit, _bits, destination);
                break;
            case Treatment.RebaseInt32:
                Rebase<int>(destination);
                break;
            case Treatment.RebaseInt64:
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
