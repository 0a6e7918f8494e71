namespace LabTest.Hdf5.Types;

/// <summary>Converts compounds field by field, matched by name; fields that the source lacks become zero.</summary>
internal sealed class CompoundConversion : IConversion
{
    private readonly int _fromSize;
    private readonly int _toSize;
    private readonly (int From, int To, int Size, IConversion? Conversion, int FromSize)[] _fields;

    public CompoundConversion(Hdf5CompoundType from, Hdf5CompoundType to)
    {
        _fromSize = from.Size;
        _toSize = to.Size;
        _fields = [.. from.Members.Join(to.Members, m => m.Name, m => m.Name, (source, target) =>
            (source.Offset, target.Offset, target.Type.Size, Conversions.Between(source.Type, target.Type), source.Type.Size), StringComparer.Ordinal)];
        if (_fields.Length == 0)
            throw new InvalidCastException($"The {from} has no field in common with the {to}.");
    }

    public void Convert(ReadOnlySpan<byte> source, Span<byte> destination, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var from = source.Slice(i * _fromSize, _fromSize);
            var to = destination.Slice(i * _toSize, _toSize);
            to.Clear();
            foreach (var (fromAt, toAt, size, conversion, fromSize) in _fields)
            {
                if (conversion is null)
                    from.Slice(fromAt, size).CopyTo(to[toAt..]);
                else
                    conversion.Convert(from.Slice(fromAt, fromSize), to.Slice(toAt, size), 1);
            }
        }
    }
}
