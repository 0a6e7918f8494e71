using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LabTest.Xunit.Signals;

/// <summary>A parent on Windows, where its id stays the same when it dies and may be given to another process: a handle is held.</summary>
internal sealed partial class WindowsParentProcess(Process process) : ParentProcess
{
    public static WindowsParentProcess? Current()
    {
        var information = default(BasicInformation);
        if (QueryInformation(Process.GetCurrentProcess().Handle, 0, ref information, Marshal.SizeOf<BasicInformation>(), out _) != 0)
            return null;
        try
        {
            return new WindowsParentProcess(Process.GetProcessById((int)information.ParentId));
        }
        catch (Exception e) when (e is ArgumentException or Win32Exception)
        {
            return null;
        }
    }

    public override bool IsAlive() => !process.HasExited;

    [LibraryImport("ntdll", EntryPoint = "NtQueryInformationProcess")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int QueryInformation(nint process, int kind, ref BasicInformation information, int length, out int returned);

    // PROCESS_BASIC_INFORMATION
    [StructLayout(LayoutKind.Sequential)]
    private struct BasicInformation
    {
        public nint ExitStatus;
        public nint Environment;
        public nint Affinity;
        public nint Priority;
        public nuint Id;
        public nuint ParentId;
    }
}
