namespace LabTest.Hdf5.Selections;

/// <summary>Checks of what callers select.</summary>
internal static class Box
{
    public static void Check(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count)
    {
        if (start.Length != dimensions.Length || count.Length != dimensions.Length)
            throw new ArgumentException($"The dataset has {dimensions.Length} dimensions; given are a start of {start.Length} and a count of {count.Length}.", nameof(start));
        for (var i = 0; i < dimensions.Length; i++)
        {
            if (start[i] < 0 || count[i] < 0 || start[i] > dimensions[i] || count[i] > dimensions[i] - start[i])
                throw new ArgumentOutOfRangeException(nameof(start), $"{count[i]} elements from {start[i]} on do not lie within the {dimensions[i]} of dimension {i}.");
        }
    }
}
