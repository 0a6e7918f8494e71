using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

/// <summary>Another program changes the files of a run while they are being written: the run is an Error that names the file, and what is left can be recovered.</summary>
public sealed class AlteredFilesTests
{
    [Theory]
    [InlineData("events.jsonl", "deleted")]
    [InlineData("events.jsonl", "copied over itself")]
    [InlineData("events.jsonl", "emptied")]
    [InlineData("events.jsonl", "cut")]
    [InlineData("events.jsonl", "cut and written on")]
    [InlineData("events.jsonl", "one byte")]
    [InlineData("events.jsonl", "appended to")]
    [InlineData("data.h5", "deleted")]
    [InlineData("data.h5", "copied over itself")]
    [InlineData("data.h5", "emptied")]
    [InlineData("data.h5", "cut")]
    [InlineData("data.h5", "cut and written on")]
    [InlineData("data.h5", "zeros")]
    [InlineData("measurements.arrows", "deleted")]
    [InlineData("measurements.arrows", "copied over itself")]
    [InlineData("measurements.arrows", "emptied")]
    [InlineData("measurements.arrows", "cut and written on")]
    public void A_file_that_is_changed_in_mid_run_makes_it_an_error(string name, string how)
    {
        using var folder = new TemporaryFolder();
        using var run = RunRecorder.Start(new RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests" });
        var scope = run.BeginTest(new TestInfo { Id = "a", Class = "C", Method = "A", Name = "A" });
        var file = Path.Combine(run.Folder.Path, name);
        Record(run, scope, 3000);
        Wait(() => new FileInfo(file).Length > 20_000);

        Change(file, how);
        if (how.EndsWith("written on", StringComparison.Ordinal))
            Record(run, scope, 2000);
        End(run, scope);
        var failures = run.Finish();

        failures.Should().ContainSingle().Which.Message.Should().Contain(name).And.MatchRegex("while the run went on|while it was being written").And.Contain("labtest recover");
        (run.Summary.Verdict, run.Summary.Finished!.IsComplete).Should().Be((Verdict.Error, false));
        run.Summary.Finished.Cause.Should().Contain(name);
        run.Dispose();
        if (name != "events.jsonl")
            RunRecovery.Recover(run.Folder).Summary.Verdict.Should().Be(Verdict.Error, "the journal says so");
    }

    [Fact]
    public void A_single_number_that_is_altered_inside_of_a_waveform_is_noticed_at_the_end_and_by_recover()
    {
        using var folder = new TemporaryFolder();
        using var run = RunRecorder.Start(new RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests" });
        var scope = run.BeginTest(new TestInfo { Id = "a", Class = "C", Method = "A", Name = "A" });
        run.Record(scope, new MeasurementDraft("startup", new WaveformValue(new Waveform(Enumerable.Range(0, 100).Select(i => 1234.5 + i).ToArray(), Unit.Parse("V"), 1.Microseconds(), 0.Seconds())), run.Now));
        var at = Read(run.Folder.Data).AsSpan().IndexOf(BitConverter.GetBytes(1234.5 + 50));
        Write(run.Folder.Data, f =>
        {
            f.Position = at;
            f.WriteByte(1);
        });

        End(run, scope);
        var failures = run.Finish();

        failures.Should().ContainSingle().Which.Message.Should().Contain("/waveforms/startup is not in it as it was written");
        run.Summary.Verdict.Should().Be(Verdict.Error);
        run.Dispose();
        RunRecovery.Recover(run.Folder).Problems.Should().ContainSingle().Which.Should().Contain("/waveforms/startup").And.Contain("are not those that were recorded");
        File.Exists(run.Folder.Data + ".kept").Should().BeTrue("what is left of it may be of use");
    }

    [Fact]
    public void An_attachment_that_is_deleted_in_mid_run_makes_it_an_error()
    {
        using var folder = new TemporaryFolder();
        using var run = RunRecorder.Start(new RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests" });
        var scope = run.BeginTest(new TestInfo { Id = "a", Class = "C", Method = "A", Name = "A" });
        run.Attach(scope, "photo.png", [1, 2, 3], "image/png");
        File.Delete(Directory.EnumerateFiles(run.Folder.Attachments).Single());

        run.FinishTest(scope, Verdict.Pass, null, null);
        var failures = run.Finish();

        failures.Should().ContainSingle().Which.Message.Should().Contain("photo.png").And.Contain("while the run went on");
        run.Summary.Verdict.Should().Be(Verdict.Error);
    }

    [Fact]
    public void A_run_that_nobody_touches_passes()
    {
        using var folder = new TemporaryFolder();
        using var run = RunRecorder.Start(new RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests" });
        var scope = run.BeginTest(new TestInfo { Id = "a", Class = "C", Method = "A", Name = "A" });
        run.Attach(scope, "photo.png", [1, 2, 3], "image/png");
        Record(run, scope, 5000);

        End(run, scope);

        run.Finish().Should().BeEmpty();
        run.Summary.Verdict.Should().Be(Verdict.Pass);
    }

    private static void Record(RunRecorder run, TestScope scope, int count)
    {
        try
        {
            run.Record(scope, new MeasurementDraft("startup", new WaveformValue(new Waveform(Enumerable.Range(1, 1000).Select(i => (double)i).ToArray(), Unit.Parse("V"), 1.Microseconds(), 0.Seconds())), run.Now));
            for (var i = 0; i < count; i++)
                run.Record(scope, new MeasurementDraft("rail", new ScalarValue(3.3.Volts()), run.Now));

            // A waveform is waited for: all that was recorded before it is in the files, and nobody is just writing.
            run.Record(scope, new MeasurementDraft("shutdown", new WaveformValue(new Waveform(new double[] { 1 }, Unit.Parse("V"), 1.Microseconds(), 0.Seconds())), run.Now));
        }
        catch (RecordingException)
        {
            // What an experiment does with it is its own affair: the run knows.
        }
    }

    private static void End(RunRecorder run, TestScope scope) => run.FinishTest(scope, Verdict.Pass, null, null);

    private static void Change(string file, string how)
    {
        var bytes = Read(file);
        switch (how)
        {
            case "deleted":
                File.Delete(file);
                break;
            case "copied over itself":
                // As sed -i, rsync and many editors do it.
                File.WriteAllBytes(file + ".new", bytes);
                File.Move(file + ".new", file, overwrite: true);
                break;
            case "emptied":
                Write(file, f => f.SetLength(0));
                break;
            case "cut" or "cut and written on":
                Write(file, f => f.SetLength(bytes.Length / 2));
                break;
            case "one byte":
                Write(file, f =>
                {
                    f.Position = bytes.Length / 2;
                    f.WriteByte((byte)(bytes[bytes.Length / 2] ^ 1));
                });
                break;
            case "zeros":
                Write(file, f =>
                {
                    f.Position = 4096;
                    f.Write(new byte[bytes.Length - 4096]);
                });
                break;
            case "appended to":
                Write(file, f =>
                {
                    f.Position = f.Length;
                    f.Write(new byte[100_000]);
                });
                break;
            default:
                throw new ArgumentException(how);
        }
    }

    // Another program heeds no lock: bash does not, and .NET only with a share that excludes nothing.
    private static void Write(string file, Action<FileStream> change)
    {
        using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
        change(stream);
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Wait(Func<bool> until) => SpinWait.SpinUntil(until, TimeSpan.FromMinutes(1)).Should().BeTrue();
}
