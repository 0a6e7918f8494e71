using System.Buffers.Binary;
using System.Text;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Canonical;

/// <summary>Arrays of views, which the library reads and passes on but does not build.</summary>
internal static class Views
{
    public static StringViewArray Of(params string?[] texts)
    {
        List<byte> views = [];
        List<byte>[] buffers = [[], []];
        var validity = new ArrowBuffer.BitmapBuilder();
        for (var i = 0; i < texts.Length; i++)
        {
            validity.Append(texts[i] is not null);
            var view = new byte[16];
            var bytes = Encoding.UTF8.GetBytes(texts[i] ?? string.Empty);
            BinaryPrimitives.WriteInt32LittleEndian(view, bytes.Length);
            bytes.AsSpan(0, Math.Min(bytes.Length, 12)).CopyTo(view.AsSpan(4));
            if (bytes.Length > 12)
            {
                BinaryPrimitives.WriteInt32LittleEndian(view.AsSpan(8), i % 2);
                BinaryPrimitives.WriteInt32LittleEndian(view.AsSpan(12), buffers[i % 2].Count);
                buffers[i % 2].AddRange(bytes);
            }

            views.AddRange(view);
        }

        ArrowBuffer[] parts = [validity.Build(), new ArrowBuffer(views.ToArray()), .. buffers.Select(b => new ArrowBuffer(b.ToArray()))];
        return new StringViewArray(new ArrayData(StringViewType.Default, texts.Length, -1, 0, parts));
    }
}
