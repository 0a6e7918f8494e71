using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Recording.Files;

/// <summary>
/// Brings a file to its disk. Unix: fsync (POSIX), called here, because <see cref="RandomAccess.FlushToDisk"/> of .NET 10 passes over its errors, such as that of a disk that
/// has no room for what the operating system had accepted.
/// </summary>
internal static class DiskSync
{
    // Of files that are not on a disk, such as a pipe: <errno.h>, EINVAL, EROFS, ENOTSUP (Linux and macOS).
    private static readonly int[] NotForThis = [22, 30, 45, 95];

    private const int Interrupted = 4;

    /// <summary>Returns when all of a file is on the disk.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Wait(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows())
        {
            RandomAccess.FlushToDisk(file);
            return;
        }

        while (Synchronize(file) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == Interrupted)
                continue;
            if (NotForThis.Contains(error))
                return;
            throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        }
    }

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronize(SafeFileHandle file);
}
