using System.Text;
using LabTest.Hdf5.Heaps;

namespace LabTest.Hdf5.Types;

/// <summary>Texts of fixed length.</summary>
internal sealed class FixedTextCodec(Hdf5TextType type) : ElementCodec<string>(type)
{
    public override void Encode(ReadOnlySpan<string> values, Span<byte> elements, IVariableHeap heap)
    {
        for (var i = 0; i < values.Length; i++)
            FixedText.Write(Encoding.UTF8.GetBytes(values[i] ?? ""), elements.Slice(i * type.Size, type.Size), type.Padding);
    }

    public override void Decode(ReadOnlySpan<byte> elements, Span<string> values, IVariableHeap heap)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Encoding.UTF8.GetString(FixedText.Trim(elements.Slice(i * type.Size, type.Size), type.Padding));
    }
}
