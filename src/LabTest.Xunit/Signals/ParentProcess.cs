namespace LabTest.Xunit.Signals;

/// <summary>The process that started this one.</summary>
internal abstract class ParentProcess
{
    /// <summary>The parent now; none where there is none to lose, or where this system cannot tell.</summary>
    public static ParentProcess? Find()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
            return UnixParentProcess.Current() is { Id: > 1 } parent ? parent : null;
        return OperatingSystem.IsWindows() ? WindowsParentProcess.Current() : null;
    }

    public abstract bool IsAlive();
}
