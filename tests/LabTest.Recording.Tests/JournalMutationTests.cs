using System.Text.Json;
using LabTest.Recording.Journal;
using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;
using LabTest.Testing;
using Spectre.Console;

namespace LabTest.Recording.Tests;

/// <summary>Journals that are damaged at random: no exception reaches the user, and nothing is lost without being named.</summary>
[Trait("Soak", "journal")]
public sealed class JournalMutationTests
{
    [Fact]
    public async Task Nothing_is_lost_from_a_damaged_journal_without_being_named()
    {
        var journal = await Sample();
        using var good = Attack.On(journal);
        var known = JournalReader.Read(good.Run.Journal).ToDictionary(e => e.Number, Text);
        var count = Effort.Count(1800, 45_000);
        for (var i = 0; i < count; i++)
        {
            var mutation = new JournalMutation(Effort.Random(i));
            using var attack = Attack.On(mutation.Apply(journal));

            var reader = new JournalReader(attack.Run.Journal);
            var summary = RunSummary.Read(reader, attack.Run, isRunning: false);
            var read = reader.Events().ToArray();

            var because = $"round {i}, {Effort.Again}";
            read.Select(e => e.Number).Should().OnlyHaveUniqueItems(because);
            var isWhole = read.Length == known.Count && read.All(e => known.TryGetValue(e.Number, out var text) && text == Text(e));
            if (!isWhole && !mutation.IsResealed)
                (summary.JournalProblems.Count > 0 || summary.State == RunState.Killed).Should().BeTrue(because);
            if (!mutation.IsResealed)
                read.All(e => known.TryGetValue(e.Number, out var text) && text == Text(e)).Should().BeTrue(because);
            if (summary.JournalProblems.Count > 0)
                summary.Verdict.Should().Be(Verdict.Error, because);
            if (i % 10 == 0)
                Show(attack.Run, summary);
        }

        Effort.Report(count, "damaged journals read");
    }

    [Fact]
    public async Task A_damaged_journal_is_recovered_as_far_as_it_goes_and_no_exception_comes_out()
    {
        var sample = await Sample();
        byte[][] journals = [sample, .. Lines(Attack.Known("tenbyte/events.jsonl"), [1..120, 380..389])];
        var count = Effort.Count(200, 5000);
        for (var i = 0; i < count; i++)
        {
            var random = Effort.Random(i);
            var mutation = new JournalMutation(random);
            using var attack = Attack.On(mutation.Apply(journals[i % journals.Length]));
            if (random.Next(2) == 0)
            {
                var data = new byte[random.Next(3) * random.Next(400)];
                random.NextBytes(data);
                await File.WriteAllBytesAsync(attack.Run.Data, data, TestContext.Current.CancellationToken);
            }

            try
            {
                var recovered = RunRecovery.Recover(attack.Run);
                Show(attack.Run, recovered.Summary);
                File.Exists(attack.Run.RunJson).Should().BeTrue();
                File.Exists(attack.Run.Report).Should().BeTrue();
                recovered.Problems.Should().NotContain(p => p.Contains("cannot be rebuilt", StringComparison.Ordinal) || p.Contains("cannot be written", StringComparison.Ordinal), $"round {i}, {Effort.Again}");
            }
            catch (RecordingException e) when (e.Message.Contains("holds no run", StringComparison.Ordinal))
            {
                JournalReader.Read(attack.Run.Journal).Should().BeEmpty();
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"round {i}, {Effort.Again}", e);
            }
        }

        Effort.Report(count, "damaged journals recovered");
    }

    [Fact]
    public async Task A_data_file_cut_off_anywhere_does_not_stop_a_recovery()
    {
        await using var open = await OpenBench.On();
        for (var i = 0; i < 5; i++)
            open.Bench.Record("trace", new Waveform(new double[] { 1, 2, i }, Unit.Parse("V"), 0.5.Milliseconds(), 0.Milliseconds()));
        await open.Close();
        var (journal, data) = (await File.ReadAllBytesAsync(open.Run.Journal, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(open.Run.Data, TestContext.Current.CancellationToken));
        var count = Effort.Count(60, 3000);
        for (var i = 0; i < count; i++)
        {
            using var attack = Attack.On(journal);
            var length = i < 12 ? i : Effort.Random(i).Next(data.Length);
            await File.WriteAllBytesAsync(attack.Run.Data, data[..length], TestContext.Current.CancellationToken);

            var recovered = RunRecovery.Recover(attack.Run);

            recovered.Summary.Measurements.Should().Be(5);
            recovered.Problems.Should().NotBeEmpty();
            using var made = Hdf5.Hdf5File.OpenRead(attack.Run.Data);
            made.Root.Group("measurements").Dataset<double>("value").Shape.Count.Should().Be(5);
            (await File.ReadAllBytesAsync(attack.Run.Data + ".kept", TestContext.Current.CancellationToken)).Should().Equal(data[..length]);
        }

        Effort.Report(count, "lengths of data.h5");
    }

    private static void Show(RunFolder folder, RunSummary summary)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 100;
        RunView.Show(new Screen(console), folder, summary);
        output.ToString().Should().NotBeEmpty();
    }

    private static IEnumerable<byte[]> Lines(byte[] journal, Range[] parts)
    {
        var lines = System.Text.Encoding.UTF8.GetString(journal).Split('\n');
        foreach (var part in parts)
            yield return System.Text.Encoding.UTF8.GetBytes(string.Join('\n', (string[])[lines[0], .. lines[part]]) + "\n");
    }

    private static string Text(JournalEvent what) => JsonSerializer.Serialize(what, JournalJson.Default.JournalEvent);

    /// <summary>The journal of a small run that has every kind of event.</summary>
    private static async Task<byte[]> Sample()
    {
        using var folder = new TemporaryFolder();
        using var run = RunRecorder.Start(new RunOptions { Runs = folder["runs"], Name = "bench", Project = "tests" });
        var scope = run.BeginTest(new TestInfo { Id = "a", Class = "C", Method = "A", Name = "A(load: 1 A)", Conditions = [new Condition("load", 1.Amperes())], File = "C.cs", Line = 3, Traits = new Dictionary<string, IReadOnlyList<string>> { ["Category"] = ["x"] } });
        for (var i = 0; i < 6; i++)
            scope.Judged(run.Record(scope, new MeasurementDraft("rail", new ScalarValue((3 + i * 0.1).Volts()), run.Now) { Uncertainty = 0.1.Volts() }), new RangeLimit(3.Volts(), 4.Volts()), Verdict.Pass);
        run.Record(scope, new MeasurementDraft("firmware", new TextValue("µ-1"), run.Now));
        run.Record(scope, new MeasurementDraft("trace", new WaveformValue(new Waveform(new double[] { 1, 2 }, Unit.Parse("V"), 1.Milliseconds(), 0.Milliseconds())), run.Now));
        run.Write(new TableStarted(scope.Number, "/tables/sweep", "scan", [new ColumnRecord("x", "V", true), new ColumnRecord("y", "A", false)]), run.Now);
        for (var i = 0; i < 4; i++)
            run.Write(new TableRowTaken("/tables/sweep", i, [i, i * 2]), run.Now);
        run.Write(new TableFinished("/tables/sweep", 4, "success", null), run.Now);
        run.Warn(scope, "psu", "hot");
        run.FinishTest(scope, Verdict.Pass, null, null);
        run.StationClosed([]);
        run.Finish();
        return await File.ReadAllBytesAsync(run.Folder.Journal, TestContext.Current.CancellationToken);
    }
}
