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
    private static readonly ConcurrentDictionary<RunFolder, RunSummary> Summaries = new();

    /// <summary>Whether tests were skipped, and none ran: the testing platform takes that for a run without tests, LabTest for a run whose verdict is Skipped.</summary>
    public static bool IsOnlySkipped { get; set; }

    /// <summary>Whether a run has begun in this process.</summary>
    public static bool HasRuns => !Summaries.IsEmpty;

    /// <summary>Gives a run that begins.</summary>
    public static void Give(RunRecorder run)
    {
        Summaries[run.Folder] = run.Summary;
        Folders.Enqueue(run.Folder);
    }

    /// <summary>What a run came to. It is known here also where the disk could not take it, or its folder is gone.</summary>
    public static RunSummary SummaryOf(RunFolder folder) => Summaries.TryGetValue(folder, out var own) && own.Finished is not null ? own : RunSummary.Read(folder);

    public static IReadOnlyList<RunFolder> TakeAll()
    {
        List<RunFolder> taken = [];
        while (Folders.TryDequeue(out var folder))
            taken.Add(folder);
        return taken;
    }
}
