using System.Text.Json;
using System.Text.RegularExpressions;
using LabTest.Recording.Journal;
using LabTest.Recording.Terminal;
using LabTest.Testing;

namespace LabTest.Xunit.Tests;

/// <summary>What becomes of an experiment's verdict: its outcome, the exit code, the record.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData("Passing", 0, Verdict.Pass)]
    [InlineData("Recording", 0, Verdict.Recorded)]
    [InlineData("Marginal", 0, Verdict.Marginal)]
    [InlineData("Failing", 2, Verdict.Fail)]
    [InlineData("Swallowing", 2, Verdict.Fail)]
    [InlineData("Throwing", 2, Verdict.Error)]
    [InlineData("Waiting", 2, Verdict.Aborted)]
    public async Task A_verdict_becomes_an_exit_code_and_the_verdict_of_test_and_run(string experiment, int code, Verdict verdict)
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", $"Outcomes.{experiment}");

        run.ExitCode.Should().Be(code, run.Output);
        (run.Test.Verdict, run.Summary.Verdict).Should().Be((verdict, verdict));
        (await File.ReadAllTextAsync(run.Folder!.RunJson, TestContext.Current.CancellationToken)).Should().Contain($"\"verdict\": \"{verdict}\"");
    }

    [Fact]
    public async Task A_failed_limit_is_told_with_measurement_value_and_limits()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Failing");

        run.Output.Should().Contain("rail = 3.4 V is not within 3.25 V and 3.35 V (50 mV above)");
        run.Test.Finished!.Cause.Should().Be("assertion");
    }

    [Theory]
    [InlineData("Failing", "Is_outside")]
    [InlineData("Swallowing", "BeWithin")]
    [InlineData("Throwing", "lid is open")]
    [InlineData("Misspelling", "voltge")]
    public async Task A_failure_is_told_with_file_and_line_in_journal_run_json_terminal_and_report(string experiment, string text)
    {
        using var subject = Subject.Outcomes();
        var file = Path.Combine(Repository.Root, "tests/Subjects/Outcomes/Verdicts.cs");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var from = Array.FindIndex(lines, l => l.Contains($"class {experiment}", StringComparison.Ordinal));
        var line = Array.FindIndex(lines, from, l => l.Contains(text, StringComparison.Ordinal)) + 1;

        var run = await subject.Run("--filter-class", $"Outcomes.{experiment}");

        // A deterministic build writes /_/ for the folder of the repository.
        (run.Test.Finished!.File?.Replace("/_/", Repository.Root.TrimEnd('/') + '/', StringComparison.Ordinal), run.Test.Finished.Line).Should().Be((file, line));
        run.Output.Should().Contain($"(Verdicts.cs:{line})");
        (await File.ReadAllTextAsync(run.Folder!.RunJson, TestContext.Current.CancellationToken)).Should().Contain($"\"failedAt\": \"Verdicts.cs:{line}\"");
        (await File.ReadAllTextAsync(run.Folder.Report, TestContext.Current.CancellationToken)).Should().Contain($"Verdicts.cs:{line}");
    }

    [Fact]
    public async Task A_failure_whose_exception_was_swallowed_is_told_as_such()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Swallowing");

        run.Output.Should().Contain("its exception was swallowed");
    }

    [Fact]
    public async Task Two_limits_in_an_assertion_scope_are_both_judged_and_told()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Scoped");

        (run.ExitCode, run.Test.Verdict, run.Test.Finished!.Cause).Should().Be((2, Verdict.Fail, "assertion"));
        run.Journal.OfType<LimitJudged>().Select(l => (l.Name, l.Verdict)).Should().Equal(("rail_3v3", Verdict.Fail), ("rail_1v8", Verdict.Fail));
        run.Output.Should().Contain("rail_3v3 = 3.4 V").And.Contain("rail_1v8 = 1.9 V");
    }

    [Fact]
    public async Task A_step_that_is_not_awaited_is_an_error_that_names_it()
    {
        using var subject = Subject.Outcomes();

        // In real time the meter's answer takes a while, as on a real bench: 10 power line cycles.
        await File.WriteAllTextAsync(
            subject.Folder["slow.yaml"], "labtest: station/1\nname: slow\nsimulate: true\ninstruments: { dmm: { profile: keysight/34461a, set: { nplc: 10 } } }\n", TestContext.Current.CancellationToken);
        var run = await subject.Run("--filter-class", "Outcomes.Forgetful", "--lab-clock", "real", "--lab-station", "slow.yaml");

        (run.ExitCode, run.Test.Verdict, run.Summary.Verdict).Should().Be((2, Verdict.Error, Verdict.Error));
        run.Test.Finished!.Message.Should().Contain("Measure(\"rail\")").And.Contain("not awaited");
        run.Journal.Select(e => e.GetType()).Should().ContainInOrder(typeof(LimitJudged), typeof(TestFinished));
    }

    [Fact]
    public async Task A_marginal_measurement_is_a_warning_in_the_record()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Marginal");

        run.Journal.OfType<LimitJudged>().Single().Verdict.Should().Be(Verdict.Marginal);
    }

    [Fact]
    public async Task A_skipped_test_is_skipped_and_the_run_is_no_failure()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Skipping", "Outcomes.Passing");

        run.ExitCode.Should().Be(0, run.Output);
        run.Summary.Tests.Select(t => t.Verdict).Should().BeEquivalentTo([Verdict.Skipped, Verdict.Pass]);
        run.Summary.Verdict.Should().Be(Verdict.Skipped);
    }

    [Fact]
    public async Task Where_all_tests_are_skipped_the_run_is_skipped_and_no_failure()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Skipping");

        run.ExitCode.Should().Be(0, run.Output);
        (run.Test.Verdict, run.Summary.Verdict, run.Test.Finished!.Message).Should().Be((Verdict.Skipped, Verdict.Skipped, "no chamber here"));
        run.Output.Should().Contain("Is skipped").And.Contain("no chamber here");
        (await File.ReadAllTextAsync(run.Folder!.Report, TestContext.Current.CancellationToken)).Should().Contain("no chamber here");
    }

    [Fact]
    public async Task A_filter_that_selects_nothing_ends_with_8_and_leaves_no_record()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Nowhere");

        (run.ExitCode, run.Folder).Should().Be((8, null));
    }

    [Theory]
    [InlineData("Outcomes.Skipping.Is_skipped", "no chamber here")]
    [InlineData("Outcomes.Leaving.Is_skipped", "only variant 2 has an LED")]
    public async Task A_skipped_test_is_an_error_of_a_production_run_wherever_its_verdict_is_told(string test, string reason)
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-method", test, "--lab-production");

        var told = $"skipped in a production run: {reason}";
        run.ExitCode.Should().Be(2, run.Output);
        run.Output.Should().Contain(told).And.Contain("production, partial");
        (run.Test.Verdict, run.Test.Finished!.Cause, run.Test.Finished.Message).Should().Be((Verdict.Error, "skipped", told));
        (run.Summary.Verdict, run.Summary.Finished!.Verdict, run.Summary.Started!.IsProduction).Should().Be((Verdict.Error, Verdict.Error, true));
        RunNotes.Of(run.Summary).Should().Contain("production");
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(run.Folder!.RunJson, TestContext.Current.CancellationToken));
        document.RootElement.GetProperty("verdict").GetString().Should().Be("Error");
        document.RootElement.GetProperty("run").GetProperty("isProduction").GetBoolean().Should().BeTrue();
        (await File.ReadAllTextAsync(run.Folder.Report, TestContext.Current.CancellationToken)).Should().Contain(told).And.Contain("production: a skipped test is an Error");
    }

    [Fact]
    public async Task A_run_that_a_filter_cut_down_is_not_complete()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Passing", "--lab-dut", "SN-17");

        run.Summary.Started!.Filter.Should().Contain("Outcomes.Passing");
        run.Summary.Started.Dut.Should().Be("SN-17");
        run.Summary.Finished!.IsComplete.Should().BeFalse();
        run.Output.Should().Contain("partial");
    }

    [Fact]
    public async Task What_was_measured_before_a_timeout_is_kept()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Waiting");

        run.Test.Finished!.Cause.Should().Be("timeout");
        run.Journal.OfType<MeasurementTaken>().Single().Name.Should().Be("before");
    }

    [Fact]
    public async Task An_unknown_path_is_an_error_that_names_the_right_one()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Misspelling");

        (run.ExitCode, run.Test.Verdict).Should().Be((2, Verdict.Error));
        run.Test.Finished!.Message.Should().Contain("has no parameter 'voltge'").And.Contain("did you mean 'voltage'");
    }

    [Fact]
    public async Task A_limit_that_fails_in_the_test_and_one_that_fails_in_its_Dispose_are_both_told()
    {
        using var subject = Subject.Attacks();

        var run = await subject.Run("--filter-class", "Attack.V10g_body_and_dispose_fail");

        (run.Test.Verdict, run.Test.Finished!.Cause).Should().Be((Verdict.Fail, "assertion"));
        run.Test.Finished.Message.Should().Contain("body = 3.4 V is not within").And.Contain("dispose = 3.4 V is not within");
        run.Test.FailedAt!.File.Should().EndWith("Verdicts.cs");
    }

    [Fact]
    public async Task A_station_that_does_not_open_is_one_message_and_one_row_and_runs_nothing_that_was_not_asked_for()
    {
        using var subject = Subject.Outcomes();
        await File.WriteAllTextAsync(
            subject.Folder["dead.yaml"], "labtest: station/1\nname: dead\ninstruments: { dmm: { profile: keysight/34461a, address: 'TCPIP0::127.0.0.1::1::SOCKET' } }\n", TestContext.Current.CancellationToken);

        var run = await subject.Run("--filter-class", "Outcomes.Passing", "Outcomes.Failing", "Outcomes.Ordered", "Outcomes.OnlyWhenAsked", "--lab-station", "dead.yaml");

        run.ExitCode.Should().Be(2);
        var tests = run.Summary.Tests;
        tests.Should().HaveCountGreaterThan(3).And.NotContain(t => t.Started!.Class == "Outcomes.OnlyWhenAsked");
        tests.Should().OnlyContain(t => t.Verdict == Verdict.Error && t.Finished!.Cause == "station" && t.Finished.Message!.Contains("No connection") && t.FailedAt == null);
        run.Summary.Verdict.Should().Be(Verdict.Error);

        // Once by the testing platform and once below the table.
        Regex.Count(run.Output, "No connection to TCPIP0").Should().Be(2);
        Regex.Count(run.Output, "The station did not open; 'Outcomes.[^']+' says why").Should().Be(tests.Count - 1);
        run.Output.Should().Contain($"The station did not open: {tests.Count} tests did not run").And.Contain("Error The station did not open: dmm: No connection");
        run.Output.Should().NotContain("Is outside");
    }

    [Fact]
    public async Task A_fixture_that_cannot_be_made_keeps_an_explicit_test_from_running_no_more_than_it_was()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.WithoutItsFixture");

        (run.ExitCode, run.Test.Started!.Method, run.Test.Verdict, run.Test.Finished!.Cause).Should().Be((2, "Runs_by_itself", Verdict.Error, "fixture"));
        run.Output.Should().Contain("A fixture could not be made: 1 test did not run").And.Contain("no chamber");
    }

    [Fact]
    public async Task A_value_beyond_the_stations_bound_is_refused_and_said_so()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Exceeding");

        (run.ExitCode, run.Test.Verdict).Should().Be((2, Verdict.Error));
        run.Test.Finished!.Message.Should().Contain("6 V").And.Contain("5.5 V");
    }

    [Fact]
    public async Task A_run_of_explicit_tests_alone_is_not_complete()
    {
        using var subject = Subject.Attacks();

        var run = await subject.Run("--explicit", "only");

        run.Summary.Tests.Should().Contain(t => t.Started!.Class.Contains("V20_explicit", StringComparison.Ordinal));
        (run.Summary.Finished!.IsComplete, run.Summary.Started!.Filter).Should().Be((false, "--explicit only"));
        run.Output.Should().Contain("partial (--explicit only)");
    }

    [Fact]
    public async Task Numbers_in_the_names_of_theories_are_as_short_as_they_can_be()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Numbers", "--output", "Detailed");

        run.ExitCode.Should().Be(0, run.Output);
        string[] names =
        [
            "Stand_in_names(gain: 0.1, offset: 0.1, steps: [-0.2, 5], text: \"0.10000000000000001 is a text\")",
            "Stand_in_names_that_are_made_late(value: 0.3)",
            "Stand_in_names_that_are_made_late(value: 1E-07)",
        ];
        run.Summary.Tests.Select(t => t.Started!.Name).Should().BeEquivalentTo(names);
        foreach (var name in names)
            run.Output.Should().Contain(name);
    }
}
