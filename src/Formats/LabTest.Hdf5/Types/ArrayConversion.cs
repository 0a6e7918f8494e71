namespace LabTest.Hdf5.Types;

/// <summary>Converts the elements of arrays.</summary>
internal sealed class ArrayConversion(Hdf5ArrayType from, Hdf5ArrayType to, IConversion element) : IConversion
{
    public void Convert(ReadOnlySpan<byte> source, Span<byte> destination, int count)
    {
        for (var i = 0; i < count; i++)
            element.Convert(source.Slice(i * from.Size, from.Size), destination.Slice(i * to.Size, to.Size), from.Count);
    }
}
