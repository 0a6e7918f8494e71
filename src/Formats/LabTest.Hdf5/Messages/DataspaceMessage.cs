using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Messages;

/// <summary>The extents of a dataset or attribute (specification IV.A.2.b); version 2 is written.</summary>
internal static class DataspaceMessage
{
    public static byte[] Encode(Hdf5Shape shape)
    {
        var grows = !shape.Dimensions.AsSpan().SequenceEqual(shape.MaxDimensions.AsSpan());
        var writer = new ByteWriter(64).U8(2).U8(shape.Rank).U8(grows ? 1 : 0).U8(shape.IsNull ? 2 : shape.IsScalar ? 0 : 1);
        foreach (var dimension in shape.Dimensions)
            writer.FileLength(dimension);
        if (grows)
        {
            foreach (var maximum in shape.MaxDimensions)
                writer.FileLength(maximum);
        }

        return writer.ToArray();
    }

    public static Hdf5Shape Decode(ref ByteReader reader)
    {
        var version = reader.U8();
        if (version is < 1 or > 2)
            throw reader.Corrupt($"a dataspace has the unknown version {version}");
        int rank = reader.U8();
        int flags = reader.U8();
        int kind = reader.U8();
        if (version == 1)
        {
            reader.Skip(4);
            kind = rank == 0 ? 0 : 1;
        }

        if (kind == 2)
            return Hdf5Shape.Null;
        if (rank == 0)
            return Hdf5Shape.Scalar;
        if (rank > Hdf5Shape.MostDimensions)
            throw reader.Corrupt($"a dataspace has {rank} dimensions");

        var dimensions = new long[rank];
        for (var i = 0; i < rank; i++)
            dimensions[i] = reader.FileLength();
        var maxima = (long[])dimensions.Clone();
        if ((flags & 1) != 0)
        {
            for (var i = 0; i < rank; i++)
                maxima[i] = reader.FileLengthOrUnlimited();
        }

        try
        {
            var shape = Hdf5Shape.Extensible(dimensions, maxima);
            _ = shape.Count;
            return shape;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw reader.Corrupt($"a dataspace is impossible: {e.Message}");
        }
    }
}
