using System.Collections.Concurrent;
using LabTest.Recording.Runs;

namespace LabTest.Xunit.Platform;

/// <summary>
/// Hands the folders of runs from xUnit's side of the process to the testing platform's, which are made by different hosts and share nothing
/// else.
/// </summary>
internal static class RunHandover
{
    private static readonly ConcurrentQueue<RunFolder> Folders = new();

    /// <summary>Whether tests were skipped, and none ran: the testing platform takes that for a run without tests, LabTest for a run whose verdict is Skipped.</summary>
    public static bool IsOnlySkipped { get; set; }

    public static void Give(RunFolder folder) => Folders.Enqueue(folder);

    public static IReadOnlyList<RunFolder> TakeAll()
    {
        List<RunFolder> taken = [];
        while (Folders.TryDequeue(out var folder))
            taken.Add(folder);
        return taken;
    }
}
