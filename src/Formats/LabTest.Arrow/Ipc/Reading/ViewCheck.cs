namespace LabTest.Arrow.Ipc.Reading;

/// <summary>Whether the views of an array point into its buffers.</summary>
internal static class ViewCheck
{
    public static bool AllInside(ArrayData data)
    {
        var validity = data.Buffers[0];
        for (var i = 0; i < data.Length; i++)
        {
            if (!validity.IsEmpty && !BitUtility.GetBit(validity.Span, i))
                continue;

            var view = BinaryViews.View(data, i);
            var length = BinaryViews.Length(view);
            if (length < 0)
                return false;
            if (length <= BinaryViews.InlineSize)
                continue;

            var (index, place) = (BinaryViews.BufferIndex(view), BinaryViews.Place(view));
            if ((uint)index >= (uint)(data.Buffers.Length - 2) || place < 0 || (long)place + length > data.Buffers[2 + index].Length)
                return false;
        }

        return true;
    }
}
