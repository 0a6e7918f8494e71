using System.Text;
using LabTest.Recording.Journal;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

/// <summary>What a disk that fails does to a journal.</summary>
public sealed class JournalDiskTests
{
    private static readonly IOException Broken = new("Input/output error");

    [Fact]
    public void A_sync_that_failed_once_is_never_taken_back()
    {
        var disk = new FailingStore { OnSync = Broken };
        using var journal = new JournalWriter("events.jsonl", disk, TimeProvider.System);
        journal.Write(new UncheckedWrite("psu", "X"), new Instant(1));

        var sync = journal.Sync;

        sync.Should().Throw<RecordingException>().WithMessage("*events.jsonl' cannot be written: Input/output error*");
        disk.OnSync = null;
        sync.Should().Throw<RecordingException>("what was not written then is not on the disk now");
        journal.Failure.Should().NotBeNull();
    }

    [Fact]
    public void Half_of_a_line_is_cut_off_and_its_number_goes_to_the_next()
    {
        var disk = new FailingStore { Room = 200 };
        using var journal = new JournalWriter("events.jsonl", disk, TimeProvider.System);
        var write = () => journal.Write(new UncheckedWrite("psu", new string('x', 70)), new Instant(1));
        write();

        write.Should().Throw<RecordingException>().WithMessage("*No space left on device*make room on the disk*");

        disk.Room = 10_000;
        write().Number.Should().Be(2);
        Encoding.UTF8.GetString(disk.Bytes).TrimEnd('\n').Split('\n').Should().HaveCount(2).And.OnlyContain(l => JournalSeal.Check(Encoding.UTF8.GetBytes(l)) == true);
    }

    [Fact]
    public async Task A_sync_in_the_background_that_fails_makes_the_next_measurement_an_error_and_the_run_too()
    {
        using var folder = new TemporaryFolder();
        var disk = new FailingStore();
        using var run = Runs.RunRecorder.Start(new Runs.RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests", JournalStore = file => InPlaceOf(file, disk) });
        var scope = run.BeginTest(new Runs.TestInfo { Id = "a", Class = "C", Method = "A", Name = "A" });
        Record();
        disk.OnSync = Broken;

        // The writer syncs on its own, about once a second.
        for (var seen = disk.Syncs; disk.Syncs < seen + 2;)
        {
            Thrown(Record);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Thrown(Record).Should().BeOfType<RecordingException>().Which.Message.Should().Contain("Input/output error");
        disk.OnSync = null;
        run.FinishTest(scope, Verdict.Pass, null, null);
        var failures = run.Finish();

        failures.Should().ContainSingle().Which.Message.Should().Contain("Input/output error");
        (run.Summary.Verdict, run.Summary.Finished!.IsComplete).Should().Be((Verdict.Error, false));
        Encoding.UTF8.GetString(disk.Bytes).TrimEnd('\n').Split('\n')[^1].Should().Contain("run_finished").And.Contain("\"verdict\":\"Error\"");

        void Record() => run.Record(scope, new Runs.MeasurementDraft("rail", new ScalarValue(3.3.Volts()), run.Now));

        static Exception? Thrown(Action act)
        {
            try
            {
                act();
                return null;
            }
            catch (RecordingException e)
            {
                return e;
            }
        }
    }

    [Fact]
    public void A_last_sync_that_fails_is_an_error_of_the_run()
    {
        using var folder = new TemporaryFolder();
        var disk = new FailingStore();
        using var run = Runs.RunRecorder.Start(new Runs.RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests", JournalStore = file => InPlaceOf(file, disk) });
        disk.OnSync = Broken;

        run.Finish().Should().ContainSingle();

        run.Summary.Verdict.Should().Be(Verdict.Error);
        File.ReadAllText(run.Folder.RunJson).Should().Contain("\"verdict\": \"Error\"");
    }

    [Fact]
    public void A_journal_that_is_deleted_while_it_is_written_is_told_at_the_next_sync()
    {
        using var folder = new TemporaryFolder();
        using var run = Runs.RunRecorder.Start(new Runs.RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests" });
        var scope = run.BeginTest(new Runs.TestInfo { Id = "a", Class = "C", Method = "A", Name = "A" });
        TemporaryFolder.Remove(folder["runs"]);

        run.FinishTest(scope, Verdict.Pass, null, null);
        var failures = run.Finish();

        failures[0].Message.Should().Contain("was deleted or moved while the run went on");
        run.Summary.Verdict.Should().Be(Verdict.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_that_cannot_begin_holds_its_folder_no_longer(bool hasFile)
    {
        using var folder = new TemporaryFolder();
        var disk = new FailingStore { Room = 0 };
        var start = () => Runs.RunRecorder.Start(new Runs.RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests", JournalStore = file => hasFile ? InPlaceOf(file, disk) : disk });

        start.Should().Throw<RecordingException>();

        var run = new Runs.RunFolder(Directory.GetDirectories(Directory.GetDirectories(folder["runs"]).Single()).Single());
        Runs.RunLock.IsHeld(run).Should().BeFalse();
        disk.IsDisposed.Should().BeTrue();
    }

    // The file is there too, for those who look for it.
    private static FailingStore InPlaceOf(string file, FailingStore disk)
    {
        File.WriteAllBytes(file, []);
        return disk;
    }
}
