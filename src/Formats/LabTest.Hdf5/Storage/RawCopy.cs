namespace LabTest.Hdf5.Storage;

/// <summary>Copies raw data inside a file.</summary>
internal static class RawCopy
{
    private const int Piece = 1 << 20;

    public static void Copy(FileSource source, long from, FileSink sink, long to, long size)
    {
        var buffer = new byte[Math.Min(Piece, size)];
        for (long at = 0; at < size; at += buffer.Length)
        {
            var piece = buffer.AsSpan(0, (int)Math.Min(buffer.Length, size - at));
            source.Read(from + at, piece, "raw data");
            sink.Write(to + at, piece);
        }
    }
}
