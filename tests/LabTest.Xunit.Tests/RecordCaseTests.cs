using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>Cases from the field: names that meet in a file, and the order of runs where the clock on the wall goes back.</summary>
public sealed class RecordCaseTests
{
    private const string Read = """
        import sys, h5py
        with h5py.File(sys.argv[1], 'r') as f:
            test = f['tests/NamesThatMeet.A']
            print(sorted((k, float(v[0]), v.attrs.get('name', k)) for k, v in test.items()), len(f['measurements/value']), f['waveforms/w/value'][:].tolist())
        """;

    [Fact(Timeout = 120_000)]
    public async Task Names_that_meet_in_a_file_are_told_apart_and_hinder_nothing()
    {
        using var subject = Subject.Outcomes();
        var run = await subject.Run("--filter-class", "Outcomes.NamesThatMeet");

        run.ExitCode.Should().Be(0, run.Output);
        const string Found = "[('V-I', 1.0, 'V/I'), ('V-I_2', 2.0, 'V-I')] 4 [1.0, 2.0, 3.0]";
        (await ForeignTool.H5py.Run(Read, run.Folder!.Data)).Trim().Should().Be(Found);
        RunRecovery.Recover(run.Folder).Problems.Should().BeEmpty();
        (await ForeignTool.H5py.Run(Read, run.Folder.Data)).Trim().Should().Be(Found);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_later_run_is_the_newest_where_its_clock_shows_an_earlier_hour()
    {
        using var subject = Subject.Outcomes();
        foreach (var (zone, dut) in new[] { ("UTC", "FIRST"), ("America/New_York", "SECOND") })
        {
            await using var process = subject.Start([("TZ", zone)], "--filter-class", "Outcomes.NamesThatMeet", "--lab-dut", dut);
            await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
            (await process.WaitForExit(TestContext.Current.CancellationToken)).Should().Be(0);
        }

        var runs = RunsFolder.Runs(subject.Folder["runs"]).Select(r => RunSummary.Read(new RunFolder(r)).Started!.Dut);
        runs.Should().Equal("SECOND", "FIRST");
    }
}
