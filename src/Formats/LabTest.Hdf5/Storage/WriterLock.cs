using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Hdf5.Storage;

/// <summary>
/// Keeps a file to one writer. On Linux FileShare.Read is a shared lock (flock), which readers of the reference library take as well, so
/// that it excludes no second writer: that is done by a lock of the open file (fcntl, F_OFD_SETLK) on a byte that no file has.
/// Elsewhere FileShare.Read must do.
/// </summary>
internal static class WriterLock
{
    private const int SetOpenFileLock = 37;
    private const short Exclusive = 1;
    private const int TryAgain = 11;
    private const int AccessDenied = 13;
    private const long Byte = long.MaxValue - 1;

    /// <summary>Takes the lock; it is given back when the file is closed, also by a process that dies.</summary>
    /// <exception cref="IOException">Another writer has the file open.</exception>
    public static void Take(SafeFileHandle handle, string path)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            return;
        var wanted = new Range { Type = Exclusive, Start = Byte, Length = 1 };
        if (Control(handle, SetOpenFileLock, ref wanted) != 0 && Marshal.GetLastPInvokeError() is TryAgain or AccessDenied)
            throw new IOException($"{path} is open for writing already; open it with OpenRead, or close the other writer first.");
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, ref Range range);

    /// <summary>The struct flock of 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Range
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }
}
