using System.Runtime.InteropServices;

namespace LabTest.Xunit.Signals;

/// <summary>A parent on Linux and macOS: when it dies, another process becomes the parent (POSIX, getppid).</summary>
internal sealed partial class UnixParentProcess(int id) : ParentProcess
{
    public int Id { get; } = id;

    public static UnixParentProcess Current() => new(GetParentId());

    public override bool IsAlive() => GetParentId() == Id;

    [LibraryImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetParentId();
}
