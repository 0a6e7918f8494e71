using System.Buffers.Binary;

namespace LabTest.Arrow;

/// <summary>
/// Views (Arrow columnar format, "Variable-size Binary View Layout"): 4 bytes of length; then up to 12 bytes of value, or 4 bytes of
/// its beginning, the number of the buffer that holds it and the place in that buffer.
/// </summary>
internal static class BinaryViews
{
    public const int ViewSize = 16;

    /// <summary>The most bytes that stand in the view itself.</summary>
    public const int InlineSize = 12;

    private const int HeadSize = sizeof(int);

    public static int Length(ReadOnlySpan<byte> view) => BinaryPrimitives.ReadInt32LittleEndian(view);

    public static int BufferIndex(ReadOnlySpan<byte> view) => BinaryPrimitives.ReadInt32LittleEndian(view[8..]);

    public static int Place(ReadOnlySpan<byte> view) => BinaryPrimitives.ReadInt32LittleEndian(view[12..]);

    public static ReadOnlySpan<byte> View(ArrayData data, int index) => data.Buffers[1].Span.Slice((data.Offset + index) * ViewSize, ViewSize);

    public static ReadOnlySpan<byte> Bytes(ArrayData data, int index)
    {
        var view = View(data, index);
        var length = Length(view);
        return length <= InlineSize
            ? view.Slice(HeadSize, length)
            : data.Buffers[2 + BufferIndex(view)].Span.Slice(Place(view), length);
    }
}
