using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Hdf5.Storage;

/// <summary>fdatasync where there is one (Linux); elsewhere the platform's flush, which does more and takes longer.</summary>
internal static partial class DataSync
{
    private const int Interrupted = 4;

    public static void Flush(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(handle);
            return;
        }

        while (FlushData(handle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Interrupted)
                throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        }
    }

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FlushData(SafeFileHandle file);
}
