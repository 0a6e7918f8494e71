using System.Buffers.Binary;

namespace LabTest.Arrow.Tests.Fuzz;

/// <summary>Damages streams and files, mostly where damage hurts: in the lengths, offsets and counts of the metadata.</summary>
internal sealed class Mutator(System.Random random)
{
    private static readonly long[] Awkward =
    [
        0, 1, 2, 7, 8, 255, 256, short.MaxValue, ushort.MaxValue, int.MaxValue - 7, int.MaxValue, uint.MaxValue, 1L << 32, 1L << 40,
        long.MaxValue, long.MinValue, int.MinValue, -1, -2, -8,
    ];

    public byte[] Damage(byte[] original)
    {
        var bytes = original.ToList();
        for (var i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
            DamageOnce(bytes);
        return [.. bytes];
    }

    private void DamageOnce(List<byte> bytes)
    {
        var place = random.Next(bytes.Count);
        switch (random.Next(12))
        {
            case 0:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 1:
                bytes.RemoveRange(place, Math.Min(random.Next(1, 64), bytes.Count - place));
                break;
            case 2:
                bytes.InsertRange(place, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 64)).ToArray());
                break;
            case 3 or 4:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            default:
                Overwrite(bytes, place);
                break;
        }
    }

    private void Overwrite(List<byte> bytes, int place)
    {
        var width = 1 << random.Next(4);
        place = Math.Max(Math.Min(place & -width, bytes.Count - width), 0);
        Span<byte> value = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(value, random.Next(4) == 0 ? random.Next(-100, 2000) : Awkward[random.Next(Awkward.Length)]);
        for (var i = 0; i < width && place + i < bytes.Count; i++)
            bytes[place + i] = value[i];
    }
}
