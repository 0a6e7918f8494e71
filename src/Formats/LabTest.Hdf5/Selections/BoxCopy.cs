namespace LabTest.Hdf5.Selections;

/// <summary>Copies a box of elements between two arrays of any rank.</summary>
internal static class BoxCopy
{
    public static void Copy(
        ReadOnlySpan<byte> source, ReadOnlySpan<long> sourceExtents, ReadOnlySpan<long> sourceStart,
        Span<byte> target, ReadOnlySpan<long> targetExtents, ReadOnlySpan<long> targetStart,
        ReadOnlySpan<long> count, int elementSize)
    {
        var rank = count.Length;
        if (rank == 0)
        {
            source[..elementSize].CopyTo(target);
            return;
        }

        Span<long> sourceStride = stackalloc long[rank];
        Span<long> targetStride = stackalloc long[rank];
        long sourceSize = elementSize, targetSize = elementSize, sourceAt = 0, targetAt = 0;
        for (var i = rank - 1; i >= 0; i--)
        {
            if (count[i] == 0)
                return;
            sourceStride[i] = sourceSize;
            targetStride[i] = targetSize;
            sourceAt += sourceStart[i] * sourceSize;
            targetAt += targetStart[i] * targetSize;
            sourceSize *= sourceExtents[i];
            targetSize *= targetExtents[i];
        }

        // Inner dimensions that lie side by side in both arrays are one run.
        var inner = rank - 1;
        var run = count[inner] * elementSize;
        while (inner > 0 && run == sourceStride[inner - 1] && run == targetStride[inner - 1])
            run *= count[--inner];

        Span<long> index = stackalloc long[inner + 1];
        index.Clear();
        while (true)
        {
            source.Slice((int)sourceAt, (int)run).CopyTo(target[(int)targetAt..]);
            var dimension = inner - 1;
            for (; dimension >= 0; dimension--)
            {
                sourceAt += sourceStride[dimension];
                targetAt += targetStride[dimension];
                if (++index[dimension] < count[dimension])
                    break;
                sourceAt -= count[dimension] * sourceStride[dimension];
                targetAt -= count[dimension] * targetStride[dimension];
                index[dimension] = 0;
            }

            if (dimension < 0)
                return;
        }
    }
}
