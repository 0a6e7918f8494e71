namespace LabTest.Hdf5.Storage;

/// <summary>
/// The unit that a killed process never leaves half written: one write that stays inside one page of the operating system. A write
/// across pages is copied page by page, and SIGKILL may end it between two.
/// </summary>
internal static class Page
{
    public const int Size = 4096;

    public static bool Holds(long address, long size) => size > 0 && address / Size == (address + size - 1) / Size;
}
