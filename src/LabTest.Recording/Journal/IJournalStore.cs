using LabTest.Recording.Files;

namespace LabTest.Recording.Journal;

/// <summary>Where the bytes of a journal go: a file, or what a test puts in its place.</summary>
internal interface IJournalStore : IDisposable
{
    /// <summary>Gives bytes to the operating system.</summary>
    /// <exception cref="IOException">The disk is full or gone.</exception>
    void Write(ReadOnlySpan<byte> bytes, long at);

    /// <summary>Cuts off what is behind a length.</summary>
    void Cut(long length);

    /// <summary>Returns when all bytes are on the disk, at the place where they are looked for.</summary>
    /// <exception cref="IOException">They are not, and may never be.</exception>
    void Sync();

    /// <summary>Returns when what lies at the place of the file are the bytes that were written, and no others.</summary>
    /// <param name="length">How many.</param>
    /// <param name="sum">Their CRC-32C.</param>
    /// <exception cref="AlteredFileException">Another program has deleted, replaced, cut or altered the file.</exception>
    /// <exception cref="IOException">They cannot be read.</exception>
    void Check(long length, uint sum);
}
