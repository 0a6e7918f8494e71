using System.Runtime.CompilerServices;
using LabTest.Hdf5.Heaps;

namespace LabTest.Hdf5.Types;

/// <summary>Values without references: copied as they are, or converted.</summary>
internal sealed class ValueCodec<T> : ElementCodec<T>
{
    private readonly IConversion? _toFile;
    private readonly IConversion? _toMemory;
    private readonly bool _canEncode = true;

    public ValueCodec(Hdf5Type fileType)
        : base(fileType)
    {
        var memory = Hdf5Type.Of<T>();
        _toMemory = Conversions.Between(fileType, memory);
        try
        {
            _toFile = Conversions.Between(memory, fileType);
        }
        catch (InvalidCastException)
        {
            _canEncode = false;
        }
    }

    public override bool IsIdentity => _toMemory is null && _toFile is null && _canEncode;

    public override void Encode(ReadOnlySpan<T> values, Span<byte> elements, IVariableHeap heap)
    {
        if (!_canEncode)
            throw new InvalidCastException($"{typeof(T)} cannot be written as {FileType}.");
        if (_toFile is null)
            Elements.AsBytes(values).CopyTo(elements);
        else
            _toFile.Convert(Elements.AsBytes(values), elements, values.Length);
    }

    public override void Decode(ReadOnlySpan<byte> elements, Span<T> values, IVariableHeap heap)
    {
        if (_toMemory is null)
            elements[..(values.Length * Unsafe.SizeOf<T>())].CopyTo(Elements.AsBytes(values));
        else
            _toMemory.Convert(elements, Elements.AsBytes(values), values.Length);
    }
}
