using System.Buffers.Binary;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Tests.Fuzz;

/// <summary>
/// Damages a file where a reader looks. It knows which pieces have a checksum, and mostly mends that, so that the damage gets past it.
/// </summary>
internal sealed class Mutator
{
    private const int LargestSearched = 2600;

    private readonly byte[] _original;
    private readonly Extent[] _reads;
    private readonly List<Extent> _summed = [];

    public Mutator(byte[] original)
    {
        _original = original;
        using var store = new MemoryStore(original);
        using (var file = Hdf5File.Open(store, Objects.OpenFile.OpenRead))
            new Toucher().Touch(file.Root);
        _reads = [.. store.Reads.Where(r => r.End <= original.Length && r.Size > 0)];
        foreach (var read in _reads)
            FindChecksums(read);
    }

    public int Checksums => _summed.Count;

    public byte[] Damage(Random random)
    {
        var bytes = (byte[])_original.Clone();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var read = _reads[random.Next(_reads.Length)];
            var at = (int)(read.Address + random.NextInt64(read.Size));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = random.Next(2) == 0 ? (byte)0xff : (byte)random.Next(256);
                    break;
                case 2:
                    bytes.AsSpan(at, Math.Min(random.Next(1, 9), bytes.Length - at)).Fill(random.Next(2) == 0 ? (byte)0xff : (byte)0);
                    break;
                case 3 when at + 8 <= bytes.Length:
                    BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), random.NextInt64(1L << random.Next(1, 63)));
                    break;
                case 4:
                    var other = _reads[random.Next(_reads.Length)];
                    var length = (int)Math.Min(Math.Min(other.Size, bytes.Length - at), random.Next(1, 64));
                    _original.AsSpan((int)other.Address, length).CopyTo(bytes.AsSpan(at));
                    break;
                case 5 when random.Next(10) == 0:
                    return bytes[..random.Next(bytes.Length)];
                default:
                    bytes[at]++;
                    break;
            }

            if (random.Next(10) > 0)
                Mend(bytes, at);
        }

        return bytes;
    }

    private void Mend(byte[] bytes, int at)
    {
        foreach (var piece in _summed.Where(p => p.Address <= at && at < p.End))
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan((int)piece.End), Lookup3.Hash(bytes.AsSpan((int)piece.Address, (int)piece.Size)));
    }

    private void FindChecksums(Extent read)
    {
        var piece = _original.AsSpan((int)read.Address, (int)read.Size);
        for (var length = piece.Length - 4; length >= 8 && (piece.Length <= LargestSearched || length == piece.Length - 4); length--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(piece[length..]) != Lookup3.Hash(piece[..length]))
                continue;
            _summed.Add(new Extent(read.Address, length));
            return;
        }
    }
}
