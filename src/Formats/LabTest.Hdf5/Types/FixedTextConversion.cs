namespace LabTest.Hdf5.Types;

/// <summary>Cuts or pads texts of fixed length.</summary>
internal sealed class FixedTextConversion(Hdf5TextType from, Hdf5TextType to) : IConversion
{
    public void Convert(ReadOnlySpan<byte> source, Span<byte> destination, int count)
    {
        for (var i = 0; i < count; i++)
            FixedText.Write(FixedText.Trim(source.Slice(i * from.Size, from.Size), from.Padding), destination.Slice(i * to.Size, to.Size), to.Padding);
    }
}
