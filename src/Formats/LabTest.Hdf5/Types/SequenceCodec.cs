using LabTest.Hdf5.Heaps;

namespace LabTest.Hdf5.Types;

/// <summary>Lists of their own lengths, in global heaps.</summary>
internal sealed class SequenceCodec<T> : ElementCodec<T[]>
{
    private readonly ElementCodec<T> _element;

    public SequenceCodec(Hdf5SequenceType type)
        : base(type) => _element = ElementCodecs.For<T>(type.Element);

    public override void Encode(ReadOnlySpan<T[]> values, Span<byte> elements, IVariableHeap heap)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var element = elements.Slice(i * FileType.Size, FileType.Size);
            if (values[i] is not { Length: > 0 } list)
            {
                element.Clear();
                continue;
            }

            var bytes = new byte[checked(list.Length * _element.FileType.Size)];
            _element.Encode(list, bytes, heap);
            VariableElement.Write(element, list.Length, heap.Insert(bytes));
        }
    }

    public override void Decode(ReadOnlySpan<byte> elements, Span<T[]> values, IVariableHeap heap)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (count, reference) = VariableElement.Read(elements.Slice(i * FileType.Size, FileType.Size), heap);
            if (count == 0 || reference.IsNothing)
            {
                values[i] = [];
                continue;
            }

            var bytes = heap.Read(reference, (long)count * _element.FileType.Size);      // proves that there is as much before the list is made
            values[i] = new T[count];
            _element.Decode(bytes.Span, values[i], heap);
        }
    }
}
