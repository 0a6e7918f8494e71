using LabTest.Recording.Journal;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>The arguments of a theory say, in every file, which of its cases a value belongs to.</summary>
public sealed class ConditionTests
{
    [Fact]
    public async Task Arguments_of_a_theory_are_conditions_whatever_attribute_gave_them()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Cases");

        run.ExitCode.Should().Be(0, run.Output);
        run.Journal.OfType<MeasurementTaken>().Select(m => $"{m.Name}: {string.Join(", ", m.Conditions.Select(c => $"{c.Name} {c}"))}").Should().Equal(
            "quick: board A, channel 2, fast yes",
            "slow: board B, channel 3, fast no",
            "Extended: vin 3 V, variant Extended",
            "trace: gain 0.5, steps [1, 2]",
            "sweep: gain 0.5, steps [1, 2]");
        run.Journal.OfType<MeasurementTaken>().First().Conditions.Select(c => (c.Name, c.Value, c.Text, c.Flag)).Should().Equal(
            ("board", null, "A", null), ("channel", 2.0, null, null), ("fast", null, null, true));
        run.Summary.Tests.First().Started!.Conditions.Should().HaveCount(3);
    }

    [Fact]
    public async Task Rows_of_both_files_say_their_case()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Cases");

        (await ForeignTool.ApacheArrow.Run(
            "import { tableFromIPC } from 'apache-arrow'; import { readFileSync } from 'fs'; for (const r of tableFromIPC(readFileSync(process.argv[1]))) console.log(`${r.name}: ${r.conditions}`);", run.Folder!.Measurements))
            .Should().Contain("quick: board = A, channel = 2, fast = yes").And.Contain("slow: board = B, channel = 3, fast = no");
        (await ForeignTool.H5py.Run("import sys, h5py; f = h5py.File(sys.argv[1]); print(*f['measurements/conditions'].asstr()[:], sep='\\n')", run.Folder.Data))
            .Should().Contain("board = B, channel = 3, fast = no").And.Contain("gain = 0.5, steps = [1, 2]");
    }

    [Fact]
    public async Task Waveforms_and_tables_say_their_test_and_case()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Cases");

        (await ForeignTool.H5py.Run(
            "import sys, h5py; f = h5py.File(sys.argv[1]); print(*[f\"{k}/{n}: {g.attrs['test']}, {g.attrs['conditions']}\" for k in ('waveforms', 'arrays', 'tables') for n, g in f.get(k, {}).items()], sep='\\n')", run.Folder!.Data))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2).And.OnlyContain(l => l.EndsWith(": Outcomes.Cases.Class, gain = 0.5, steps = [1, 2]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cases_with_equal_arguments_are_each_recorded()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-method", "Outcomes.Repeated.Passes", "Outcomes.Repeated.Sweeps_along_one_value");

        run.ExitCode.Should().Be(0, run.Output);
        run.Output.Should().Contain("succeeded: 6");
        run.Summary.Tests.Select(t => (t.Started!.Name, t.Started.Attempt, t.Finished!.Verdict)).Should().BeEquivalentTo(
        [
            ("Passes(volts: 1)", 1, Verdict.Pass), ("Passes(volts: 1)", 2, Verdict.Pass), ("Passes(volts: 2)", 1, Verdict.Pass), ("Passes(volts: 1)", 3, Verdict.Pass),
            ("Sweeps_along_one_value(vin: 3 V)", 1, Verdict.Recorded), ("Sweeps_along_one_value(vin: 3 V)", 2, Verdict.Recorded),
        ]);
        run.Journal.OfType<MeasurementTaken>().Where(m => m.Name == "rail").Select(m => (m.Value, m.Index, m.Attempt)).Should().BeEquivalentTo(
            new (double?, int, int)[] { (1, 0, 1), (1, 0, 2), (2, 0, 1), (1, 0, 3) });
    }

    [Fact]
    public async Task Of_cases_with_equal_arguments_the_one_fails_that_failed()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-method", "Outcomes.Repeated.Fails_the_second_time");

        run.ExitCode.Should().Be(2, run.Output);
        run.Output.Should().Contain("failed: 1").And.Contain("succeeded: 1").And.NotContain("after the test had ended");
        run.Summary.Tests.Select(t => (t.Started!.Attempt, t.Finished!.Verdict)).Should().Equal((1, Verdict.Pass), (2, Verdict.Fail));
    }

    [Fact]
    public async Task A_sweep_to_what_is_no_number_is_refused()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.EndlessSweep");

        run.ExitCode.Should().Be(2, run.Output);
        run.Output.Should().Contain("[Sweep(\"vin\", \"0 V\", \"1e999 V\")]").And.Contain("give a finite number");
        run.Journal.OfType<MeasurementTaken>().Should().BeEmpty();
    }
}
