namespace LabTest.Hdf5.Datasets;

/// <summary>Chunks for those who do not say: about 64 KiB, whole rows where rows are not too large.</summary>
internal static class ChunkExtentsGuess
{
    private const long Wanted = 64 << 10;
    private const long LargestRow = 8 << 20;
    private const int FirstGuess = 256;

    public static int[] For(Hdf5Shape shape, int elementSize)
    {
        var chunk = new long[shape.Rank];
        for (var i = 0; i < chunk.Length; i++)
        {
            var known = shape.MaxDimensions[i] == Hdf5Shape.Unlimited ? shape.Dimensions[i] : shape.MaxDimensions[i];
            chunk[i] = shape.MaxDimensions[i] == Hdf5Shape.Unlimited && i > 0 ? Math.Clamp(known, 1, FirstGuess) : Math.Max(1, known);
        }

        chunk[0] = 1;
        while (Size(chunk, elementSize) > LargestRow && chunk.Max() > 1)
        {
            var largest = Array.IndexOf(chunk, chunk.Max());
            chunk[largest] = (chunk[largest] + 1) / 2;
        }

        var rows = Math.Max(1, Wanted / Size(chunk, elementSize));
        chunk[0] = shape.MaxDimensions[0] == Hdf5Shape.Unlimited ? rows : Math.Clamp(shape.MaxDimensions[0], 1, rows);
        return [.. chunk.Select(c => (int)c)];
    }

    private static long Size(long[] chunk, int elementSize)
    {
        long size = elementSize;
        foreach (var extent in chunk)
            size = Math.Min(size * extent, long.MaxValue / int.MaxValue);
        return size;
    }
}
