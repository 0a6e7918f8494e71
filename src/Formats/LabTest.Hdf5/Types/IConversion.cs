namespace LabTest.Hdf5.Types;

/// <summary>Turns elements of one type into elements of another, byte for byte.</summary>
internal interface IConversion
{
    void Convert(ReadOnlySpan<byte> source, Span<byte> destination, int count);
}
