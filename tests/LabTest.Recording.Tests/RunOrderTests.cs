using LabTest.Recording.Journal;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

public sealed class RunOrderTests
{
    [Fact]
    public void The_newest_run_is_the_one_that_began_last_whatever_the_clock_on_the_wall_said()
    {
        using var folder = new TemporaryFolder();
        Make(folder, "2026-10-25/023000-bench-aaaaaa", "2026-10-25T00:30:00Z");
        Make(folder, "2026-10-25/021500-bench-bbbbbb", "2026-10-25T01:15:00Z");
        Make(folder, "2026-10-24/201600-bench-cccccc", "2026-10-25T01:16:00Z");

        RunsFolder.Runs(folder.Path).Select(r => r[^6..]).Should().Equal("cccccc", "bbbbbb", "aaaaaa");
    }

    [Fact]
    public void A_run_in_which_nothing_was_tested_or_measured_is_never_the_newest()
    {
        using var folder = new TemporaryFolder();
        Make(folder, "2026-10-25/100000-bench-aaaaaa", "2026-10-25T10:00:00Z");
        Make(folder, "2026-10-25/110000-bench-bbbbbb", "2026-10-25T11:00:00Z", measurements: 0);

        RunsFolder.Newest(RunsFolder.Runs(folder.Path)).Should().EndWith("aaaaaa");
        RunsFolder.Runs(folder.Path).Should().HaveCount(2);
    }

    [Fact]
    public void A_journal_that_cannot_tell_when_its_run_began_leaves_it_to_the_name_of_the_folder()
    {
        using var folder = new TemporaryFolder();
        Make(folder, "2026-10-25/100000-bench-aaaaaa", "2026-10-25T10:00:00Z");
        Directory.CreateDirectory(folder["2026-10-29/100000-bench-bbbbbb"]);
        File.WriteAllText(folder["2026-10-29/100000-bench-bbbbbb/events.jsonl"], "");

        RunsFolder.Runs(folder.Path).Select(r => r[^6..]).Should().Equal("bbbbbb", "aaaaaa");
    }

    private static void Make(TemporaryFolder folder, string run, string start, int measurements = 1)
    {
        Directory.CreateDirectory(folder[run]);
        Instant.TryParse(start, out var time).Should().BeTrue();
        using var journal = new JournalWriter(new RunFolder(folder[run]).Journal, TimeProvider.System);
        journal.Write(new RunStarted(run, run[^6..], null, null, "tests", null, true, new Dictionary<string, string>(), RunEnvironments.Current(null), 1), time);
        for (var i = 0; i < measurements; i++)
            journal.Write(new MeasurementTaken(null, "x", i, null, null, null, "V", null, 1, null, [], i, 1), time);
    }
}
