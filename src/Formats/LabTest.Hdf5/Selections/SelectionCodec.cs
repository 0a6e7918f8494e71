using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Selections;

/// <summary>Selections as they stand in the mappings of virtual datasets.</summary>
internal static class SelectionCodec
{
    private const int Hyperslab = 2;
    private const int All = 3;
    private const int Regular = 1;

    /// <summary>Writes a regular hyperslab, version 2.</summary>
    public static void Write(ByteWriter writer, Hdf5Hyperslab slab)
    {
        writer.U32(Hyperslab).U32(2).U8(Regular).U32((uint)(4 + (32 * slab.Rank))).U32((uint)slab.Rank);
        for (var i = 0; i < slab.Rank; i++)
            writer.U64((ulong)slab.Start[i]).U64((ulong)slab.Stride[i]).U64((ulong)slab.Count[i]).U64((ulong)slab.Block[i]);
    }

    /// <summary>Reads a selection; null for "all".</summary>
    public static Hdf5Hyperslab? Read(ref ByteReader reader)
    {
        var kind = reader.U32();
        var version = reader.U32();
        if (kind == All)
        {
            reader.Skip(8);
            return null;
        }

        if (kind != Hyperslab || version is < 1 or > 3)
            throw reader.Corrupt($"a selection of kind {kind} and version {version} is not known");
        return version == 1 ? ReadBlocks(ref reader, 4, skip: 8) : ReadNew(ref reader, version);
    }

    private static Hdf5Hyperslab ReadNew(ref ByteReader reader, uint version)
    {
        int flags = reader.U8();
        var width = 8;
        if (version == 2)
            reader.Skip(4);
        else
            width = reader.U8();
        if (width is not (2 or 4 or 8))
            throw reader.Corrupt($"a selection has numbers of {width} bytes");
        if ((flags & Regular) == 0)
            return ReadBlocks(ref reader, width, skip: 0);

        var rank = Rank(ref reader);
        long[] start = new long[rank], stride = new long[rank], count = new long[rank], block = new long[rank];
        for (var i = 0; i < rank; i++)
            (start[i], stride[i], count[i], block[i]) = (reader.Count(width), reader.Count(width), Limited(ref reader, width), Limited(ref reader, width));
        return Make(reader, start, stride, count, block);
    }

    private static long Limited(ref ByteReader reader, int width)
    {
        var value = reader.Unsigned(width);
        return value <= long.MaxValue && (width == 8 || value != (1UL << (8 * width)) - 1)
            ? (long)value
            : throw reader.Corrupt("unlimited selections are not known");
    }

    /// <summary>Reads a list of boxes, which must be the blocks of a regular hyperslab.</summary>
    private static Hdf5Hyperslab ReadBlocks(ref ByteReader reader, int width, int skip)
    {
        reader.Skip(skip);
        var rank = Rank(ref reader);
        var blocks = reader.SmallCount(width);
        var axes = new SortedSet<(long Start, long End)>[rank];
        for (var i = 0; i < rank; i++)
            axes[i] = [];
        var corners = new long[rank];
        for (var b = 0; b < blocks; b++)
        {
            for (var i = 0; i < rank; i++)
                corners[i] = reader.Count(width);
            for (var i = 0; i < rank; i++)
                axes[i].Add((corners[i], reader.Count(width)));
        }

        long[] start = new long[rank], stride = new long[rank], count = new long[rank], block = new long[rank];
        Int128 all = 1;
        for (var i = 0; i < rank; i++)
        {
            (start[i], stride[i], count[i], block[i]) = Axis(reader, axes[i]);
            all *= count[i];
        }

        return all == blocks ? Make(reader, start, stride, count, block) : throw reader.Corrupt("irregular selections are not known");
    }

    private static (long Start, long Stride, long Count, long Block) Axis(ByteReader reader, SortedSet<(long Start, long End)> intervals)
    {
        if (intervals.Count == 0)
            return (0, 1, 0, 1);
        var list = intervals.ToArray();
        var block = list[0].End - list[0].Start + 1;
        var stride = list.Length > 1 ? list[1].Start - list[0].Start : Math.Max(1, block);
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i].Start != list[0].Start + (i * stride) || list[i].End - list[i].Start + 1 != block)
                throw reader.Corrupt("irregular selections are not known");
        }

        return (list[0].Start, stride, list.Length, block);
    }

    private static int Rank(ref ByteReader reader)
    {
        var rank = reader.U32();
        return rank is > 0 and <= Hdf5Shape.MostDimensions ? (int)rank : throw reader.Corrupt($"a selection has {rank} dimensions");
    }

    private static Hdf5Hyperslab Make(ByteReader reader, long[] start, long[] stride, long[] count, long[] block)
    {
        try
        {
            return Hdf5Hyperslab.Create(start, stride, count, block);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw reader.Corrupt(e.Message);
        }
    }
}
