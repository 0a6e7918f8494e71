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
    private const short Unlocked = 2;
    private const int TryAgain = 11;
    private const int AccessDenied = 13;
    private const long Byte = long.MaxValue - 1;

    /// <summary>Takes the lock; a process that dies gives it back.</summary>
    /// <exception cref="IOException">Another writer has the file open.</exception>
    public static void Take(SafeFileHandle handle, string path)
    {
        if (!TrySet(handle, Exclusive) && Marshal.GetLastPInvokeError() is TryAgain or AccessDenied)
            throw new IOException($"{path} is open for writing already; open it with OpenRead, or close the other writer first.");
    }

    /// <summary>Gives the lock back. Closing the file may not do: a child that was just forked has it open until it runs its program.</summary>
    public static void Release(SafeFileHandle handle) => TrySet(handle, Unlocked);

    /// <summary>Sets the lock; true also where there are no such locks.</summary>
    private static bool TrySet(SafeFileHandle handle, short type)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            return true;
        var range = new Range { Type = type, Start = Byte, Length = 1 };
        return Control(handle, SetOpenFileLock, ref range) == 0;
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
