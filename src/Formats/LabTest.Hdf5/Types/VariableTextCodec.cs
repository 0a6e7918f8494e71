using System.Buffers;
using System.Text;
using LabTest.Hdf5.Heaps;

namespace LabTest.Hdf5.Types;

/// <summary>Texts of any length, in global heaps; an empty text takes no room there.</summary>
internal sealed class VariableTextCodec(Hdf5TextType type) : ElementCodec<string>(type)
{
    public override void Encode(ReadOnlySpan<string> values, Span<byte> elements, IVariableHeap heap)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var element = elements.Slice(i * type.Size, type.Size);
            if (string.IsNullOrEmpty(values[i]))
            {
                element.Clear();
                continue;
            }

            var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(values[i].Length));
            var length = Encoding.UTF8.GetBytes(values[i], buffer);
            VariableElement.Write(element, length, heap.Insert(buffer.AsSpan(0, length)));
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override void Decode(ReadOnlySpan<byte> elements, Span<string> values, IVariableHeap heap)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (count, reference) = VariableElement.Read(elements.Slice(i * type.Size, type.Size), heap);
            values[i] = count == 0 || reference.IsNothing
                ? ""
                : Encoding.UTF8.GetString(FixedText.Trim(heap.Read(reference, count).Span[..(int)count], Hdf5TextPadding.NulTerminated));
        }
    }
}
