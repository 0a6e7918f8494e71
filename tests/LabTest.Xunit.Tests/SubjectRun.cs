using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Xunit.Tests;

/// <summary>What a run of a subject gave.</summary>
internal sealed record SubjectRun(int ExitCode, string Output, RunFolder? Folder)
{
    public RunSummary Summary => RunSummary.Read(Folder!);

    public JournalEvent[] Journal => [.. JournalReader.Read(Folder!.Journal)];

    public TestSummary Test => Summary.Tests.Should().ContainSingle().Subject;
}
