namespace LabTest.Hdf5.Types;

/// <summary>The bytes of a text of fixed length.</summary>
internal static class FixedText
{
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes, Hdf5TextPadding padding)
    {
        if (padding == Hdf5TextPadding.SpacePadded)
            return bytes.TrimEnd((byte)' ');
        if (padding == Hdf5TextPadding.NulPadded)
            return bytes.TrimEnd((byte)0);
        var end = bytes.IndexOf((byte)0);
        return end < 0 ? bytes : bytes[..end];
    }

    /// <summary>Writes a text, cut between characters of UTF-8 where it is too long.</summary>
    public static void Write(ReadOnlySpan<byte> text, Span<byte> destination, Hdf5TextPadding padding)
    {
        var room = padding == Hdf5TextPadding.NulTerminated ? destination.Length - 1 : destination.Length;
        if (text.Length > room)
        {
            while (room > 0 && (text[room] & 0xc0) == 0x80)
                room--;
            text = text[..room];
        }

        text.CopyTo(destination);
        destination[text.Length..].Fill(padding == Hdf5TextPadding.SpacePadded ? (byte)' ' : (byte)0);
    }
}
