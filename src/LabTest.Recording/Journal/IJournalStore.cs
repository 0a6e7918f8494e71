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
}
