using LabTest.Recording.Runs;

namespace LabTest.Xunit.Platform;

/// <summary>
/// The terminal that a process belongs to, whatever its standard output is. <c>dotnet test</c> leaves at once after Ctrl+C and shows nothing of what the run it
/// started still says, so the last word goes there.
/// </summary>
internal static class ControllingTerminal
{
    private const string Device = "/dev/tty";

    /// <summary>Says where the record of a run that was stopped is, where nobody else would say it.</summary>
    public static void Tell(RunFolder folder, Verdict verdict, string cause)
    {
        // On Windows a console shows what all its processes write; there is nothing to go around.
        if (OperatingSystem.IsWindows() || !Environment.GetCommandLineArgs().Contains("--dotnet-test-pipe"))
            return;
        var (what, path) = File.Exists(folder.Report) ? ("Report", folder.Report) : ("Run", folder.Path);
        try
        {
            using var terminal = new StreamWriter(new FileStream(Device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1));
            terminal.Write($"\r\n{verdict}: stopped by {cause}.\r\n{what}: {path}\r\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // There is no terminal: a service, a CI job.
        }
    }
}
