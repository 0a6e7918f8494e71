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

    public static void Give(RunFolder folder) => Folders.Enqueue(folder);

    public static IReadOnlyList<RunFolder> TakeAll()
    {
        List<RunFolder> taken = [];
        while (Folders.TryDequeue(out var folder))
            taken.Add(folder);
        return taken;
    }
}
