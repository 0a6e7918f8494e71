using System.Runtime.InteropServices;

namespace LabTest.Recording.Stopping;

/// <summary>
/// The very end of a process on Linux and macOS: what runs when native code calls <c>exit</c>, of which .NET tells nobody, and after everything that .NET
/// runs at the end. Windows has no such place for what is called there.
/// </summary>
internal static class UnixExit
{
    private static readonly Lock Registering = new();
    private static AtExit? _last;

    private delegate void AtExit(nint argument);

    /// <summary>Has something done as the last; where it cannot be, nothing is done there.</summary>
    public static void AtLast(Action last)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return;
        lock (Registering)
        {
            if (_last is not null)
                return;
            _last = _ => last();
            try
            {
                _ = Register(Marshal.GetFunctionPointerForDelegate(_last), 0, 0);
            }
            catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
            {
                // A C library without it; what .NET tells of the end is all there is.
            }
        }
    }

    /// <summary>Ends the process with a code, and runs nothing more.</summary>
    public static void End(int code) => EndNow(code);

    // Itanium C++ ABI, section 3.3.5: what atexit is made of; glibc has atexit itself only for linkers.
    [DllImport("libc", EntryPoint = "__cxa_atexit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Register(nint function, nint argument, nint library);

    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void EndNow(int code);
}
