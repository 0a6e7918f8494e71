using LabTest.Recording.Journal;
using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>What is left when there is no room for a record any more. A limit on the size of files stands for the end of the disk.</summary>
public sealed class FullDiskTests
{
    private const int Patience = 300_000;

    [Fact(Timeout = Patience)]
    public async Task A_full_disk_is_one_clear_error_outputs_end_off_and_what_was_measured_is_kept()
    {
        using var subject = Subject.Outcomes();
        var station = Path.Combine(Repository.Root, "tests", "Subjects", "Outcomes", "station.yaml");
        await using var simulator = await Simulator.Start(station, subject.Folder["sim.yaml"]);
        await using var running = await RunningSubject.Start(port => subject.StartWithLargestFile(
            kibibytes: 192, [("SUBJECT_PORT", port)], "--filter-class", "Outcomes.Stoppable", "--lab-station", simulator.Station));

        var taken = await running.Gone();

        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        (await running.ExitCode()).Should().NotBe(0);
        var output = await running.Output();
        output.Should().Contain("events.jsonl' cannot be written").And.Contain("What was recorded before is kept").And.Contain("make room on the disk");
        var folder = new RunFolder(running.Run);
        JournalReader.Read(folder.Journal).OfType<MeasurementTaken>().Count().Should().BeGreaterThanOrEqualTo(taken);

        // Here there is room again.
        var recovered = RunRecovery.Recover(folder);
        recovered.Problems.Should().BeEmpty();
        recovered.Summary.Verdict.Should().Be(Verdict.Aborted);
    }
}
