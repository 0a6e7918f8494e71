using LabTest.Data;
using LabTest.Recording.Assertions;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

/// <summary>Assertions on columns, tables and readings that no measurement stands for: they are recorded, and judged as scalars are.</summary>
public sealed class UnrecordedSubjectTests
{
    private static readonly Unit Volt = Unit.Parse("V");

    [Theory]
    [InlineData("simple", 3.3, Verdict.Pass)]
    [InlineData("simple", 3.34999, Verdict.Pass)]
    [InlineData("guard_band", 3.3, Verdict.Pass)]
    [InlineData("guard_band", 3.34999, Verdict.Inconclusive)]
    [InlineData("guard_band", 3.36, Verdict.Fail)]
    [InlineData("shared_risk", 3.34, Verdict.Pass)]
    public async Task The_stations_decision_holds_for_the_columns_of_a_scan_and_of_what_is_taken_from_it(string decision, double voltage, Verdict verdict)
    {
        await using var open = await OpenBench.On($"{OpenBench.Supply}\ndecision: {decision}\n");
        await open.Bench.Set("psu.vdd.output", true);
        var scan = await open.Bench.Scan("line", "psu.vdd.voltage", 3.25.Volts(), voltage.Volts(), points: 3).Read("dmm.reading").Run();
        scan = scan.WithColumn(Columns.Of("row", [0.0, 1, 2], Unit.One));
        var last = scan.Take([2]);

        foreach (var column in (Column[])[last["dmm.reading"], last["dmm.reading"].Rename("rail"), last["dmm.reading"].To(Unit.Parse("mV"))])
            Attempt(() => column.Should().StayWithin(3.2.Volts(), 3.35.Volts()));

        open.Journal.OfType<LimitJudged>().Select(l => (l.Name, l.Verdict)).Should().Equal(("line/dmm.reading", verdict), ("rail", verdict), ("line/dmm.reading", verdict));
    }

    [Theory]
    [InlineData("guard_band")]
    [InlineData("shared_risk")]
    public async Task Numbers_of_unknown_uncertainty_are_inconclusive_where_the_decision_needs_one(string decision)
    {
        using var folder = await Station($"decision: {decision}");
        await using var bench = await Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"] }, TestContext.Current.CancellationToken);
        var table = new Table(Columns.Of("v", [1.5, 1.6], Volt));

        var column = () => table["v"].Should().StayWithin(1.Volts(), 2.Volts());
        var array = () => bench.Record("array", new[] { 1.5, 1.6 }, Volt).Should().BeWithin(1.Volts(), 2.Volts());

        column.Should().Throw<LimitException>().WithMessage("whether v stays within 1 V and 2 V cannot be decided*uncertainty is unknown*");
        array.Should().Throw<LimitException>().WithMessage("*cannot be decided, since its uncertainty is unknown*");
        bench.Record("known", new[] { 1.5, 1.6 }, Volt, 1.Millivolts()).Should().BeWithin(1.Volts(), 2.Volts());
        Judged(bench).Should().Equal(("v", Verdict.Inconclusive), ("array", Verdict.Inconclusive), ("known", Verdict.Pass));
    }

    [Fact]
    public async Task A_column_of_a_table_made_by_hand_is_recorded_and_its_fail_counts_though_swallowed()
    {
        using var folder = await Station();
        await using var bench = await Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"] }, TestContext.Current.CancellationToken);
        var run = new RunFolder(bench.RunFolder);
        var column = new Table(Columns.Of("v", [9.0], Volt))["v"];

        Attempt(() => column.Should().StayAtLeast(1.Volts()));
        Attempt(() => column.Should().StayWithin(1.Volts(), 2.Volts()));
        Attempt(() => new Table(Columns.Of("empty", Array.Empty<double>(), Volt))["empty"].Should().StayAtLeast(1.Volts()));
        Attempt(() => new Measurement { Name = "by hand", Value = new ScalarValue(9.Volts()), Time = bench.Now }.Should().BeAtMost(1.Volts()));

        Judged(bench).Should().Equal(("v", Verdict.Pass), ("v", Verdict.Fail), ("empty", Verdict.Fail), ("by hand", Verdict.Fail));
        JournalReader.Read(run.Journal).OfType<MeasurementTaken>().Select(m => m.Name).Should().Equal("v", "empty", "by hand");
        await bench.DisposeAsync();
        RunSummary.Read(run).Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public async Task What_is_asserted_by_hand_is_recorded_on_a_bench_that_a_helper_opened()
    {
        await using var open = await OpenBench.On();
        open.Bench.Record("first", 1.Volts());

        Attempt(() => new Table(Columns.Of("v", [9.0], Volt))["v"].Should().StayWithin(1.Volts(), 2.Volts()));

        Judged(open.Bench).Should().Equal(("v", Verdict.Fail));
        (await open.Close()).Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public async Task What_is_asserted_after_another_bench_was_closed_belongs_to_the_one_that_is_still_open()
    {
        using var folder = await Station();
        var options = new BenchOptions { Runs = folder["runs"] };
        await using var bench = await Bench.Open(folder["station.yaml"], options, TestContext.Current.CancellationToken);
        var other = await Bench.Open(folder["station.yaml"], options, TestContext.Current.CancellationToken);
        Attempt(() => new Table(Columns.Of("inner", [9.0], Volt))["inner"].Should().StayWithin(1.Volts(), 2.Volts()));
        Judged(other).Should().Equal(("inner", Verdict.Fail));
        await other.DisposeAsync();
        var missing = async () => await Bench.Open(folder["none.yaml"], options, TestContext.Current.CancellationToken);
        await missing.Should().ThrowAsync<LabTestException>();

        Attempt(() => new Table(Columns.Of("outer", [9.0], Volt))["outer"].Should().StayWithin(1.Volts(), 2.Volts()));

        Judged(bench).Should().Equal(("outer", Verdict.Fail));
    }

    [Fact]
    public async Task A_table_that_was_filtered_is_recorded_where_it_is_compared_with_a_golden_one()
    {
        await using var open = await OpenBench.On();
        var scan = await open.Bench.Scan("line", "psu.vdd.voltage", 1.Volts(), 5.Volts(), points: 3).Read("dmm.reading").Run();

        Attempt(() => scan.Where(r => r["psu.vdd.voltage"] > 2.Volts()).Should().MatchGolden(sourceFile: open.Folder["golden.cs"]));

        (await open.Close()).Verdict.Should().Be(Verdict.Fail, "there is no golden table yet");
    }

    [Theory]
    [InlineData("NaN", "NaN")]
    [InlineData("Infinity", "Infinity")]
    [InlineData("3.3", "Infinity")]
    [InlineData("Infinity", "3.3")]
    [InlineData("9.91E37", "9.91E37")]
    [InlineData("", "3.3")]
    [InlineData("3.3", "")]
    public void A_number_that_is_not_a_valid_value_matches_no_golden_one(string measured, string golden)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["golden.m.verified.csv"], $"v [V],w\n{golden},1\n2.5,1\n");
        var value = measured.Length == 0 ? default(double?) : Quantity.Parse(measured).Value;
        var table = new Table(Columns.Of("v", [value, 2.5], Volt), Columns.Of("w", [1.0, 1.0], Unit.One));

        var match = () => table.Should().MatchGolden(relativeTolerance: 0.5, absoluteTolerance: 1, sourceFile: folder["golden.cs"], member: "m");

        match.Should().Throw<LimitException>().WithMessage("'v' in row 0 is*");
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(-0.1, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(0, -1)]
    public void A_tolerance_that_everything_meets_is_refused(double relative, double absolute)
    {
        var match = () => new Table(Columns.Of("v", [1.0], Volt)).Should().MatchGolden(relative, absolute);

        match.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_marginal_band_that_is_no_band_is_refused()
    {
        var measurement = new Measurement { Name = "x", Value = new ScalarValue(3.3.Volts()), Time = default };
        foreach (var band in (Quantity[])[double.NaN.Percent(), double.PositiveInfinity.Percent(), double.NaN.Volts(), double.PositiveInfinity.Volts(), (-1).Percent(), (-1).Millivolts()])
        {
            measurement.Invoking(m => m.Should().BeWithin(3.25.Volts(), 3.35.Volts(), marginal: band)).Should().Throw<ArgumentException>($"{band} is no band");
            new Table(Columns.Of("v", [3.3], Volt))["v"].Invoking(c => c.Should().StayWithin(3.25.Volts(), 3.35.Volts(), marginal: band)).Should().Throw<ArgumentException>();
        }

        measurement.Invoking(m => m.Should().BeCloseTo(3.3.Volts(), double.PositiveInfinity.Volts())).Should().Throw<ArgumentException>();
        measurement.Invoking(m => m.Should().BeCloseTo(double.PositiveInfinity.Volts(), 1.Percent())).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_reading_that_is_not_a_valid_value_meets_no_condition()
    {
        var readings = 0;
        await using var supply = new FakeSupply(query => FakeSupply.Answer(query, query.StartsWith("MEAS", StringComparison.Ordinal) && ++readings < 5 ? "9.9E37" : "1"));
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder["station.yaml"], $$"""{ labtest: station/1, name: bench, instruments: { psu: { profile: keysight/edu36311a, address: "{{supply.Address}}", channels: { vdd: 1 } } } }""", TestContext.Current.CancellationToken);
        await using var bench = await Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"] }, TestContext.Current.CancellationToken);

        var value = await bench.WaitFor("psu.vdd.voltage_measured", v => !(v > 5.Volts()), within: 60.Seconds());

        (value, readings).Should().Be((1.Volts(), 5));
    }

    [Fact]
    public async Task Nothing_computed_from_what_is_not_a_valid_value_is_valid()
    {
        await using var open = await OpenBench.On();
        foreach (var none in (double[])[double.PositiveInfinity, 9.91e37, -9.9e37])
        {
            var vin = open.Bench.Record("vin", none.Volts());

            open.Bench.Record("ratio", 1.Volts() / vin).Invoking(r => r.Should().BeAtMost(1.Percent())).Should().Throw<LimitException>().WithMessage("*no valid value*");
        }
    }

    [Fact]
    public void A_quantity_that_was_only_looked_at_is_below_and_above_nothing_where_it_is_not_a_valid_value()
    {
        foreach (var none in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity, 9.9e37, -9.9e37, 9.91e37])
        {
            var value = none.Volts();
            foreach (var assertion in (Action[])
                [
                    () => value.Should().BeLessThan(1.Volts()), () => value.Should().BeLessThanOrEqualTo(1.Volts()), () => value.Should().BeGreaterThan(1.Volts()),
                    () => value.Should().BeGreaterThanOrEqualTo(1.Volts()), () => value.Should().BeInRange((-1e9).Volts(), 1e9.Volts()),
                    () => value.Should().NotBeInRange(1.Volts(), 2.Volts()),
                ])
            {
                assertion.Should().Throw<LimitException>().WithMessage("*not a valid value*");
            }

            ((Action)(() => 1.Volts().Should().BeLessThan(value))).Should().Throw<ArgumentException>();
        }

        (3.3.Volts() - 3.2.Volts()).Should().BeGreaterThanOrEqualTo(0.1.Volts()).And.BeInRange(0.1.Volts(), 100.Millivolts());
        4.9.Milliamperes().Should().BeLessThanOrEqualTo(0.0049.Amperes()).And.Be(4.9.Milliamperes());
        ((Action)(() => 1.1.Volts().Should().BeLessThanOrEqualTo(1.Volts()))).Should().Throw<Exception>();
        ((Action)(() => 1.1.Volts().Should().BeInRange(0.Volts(), 1.Volts()))).Should().Throw<Exception>();
        1.1.Volts().Should().NotBeInRange(0.Volts(), 1.Volts());
        ((Action)(() => (3.3.Volts() - 3.2.Volts()).Should().NotBeInRange(0.1.Volts(), 1.Volts()))).Should().Throw<LimitException>();
    }

    private static async Task<TemporaryFolder> Station(string more = "")
    {
        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["station.yaml"], $"{OpenBench.Supply}\n{more}\n");
        return folder;
    }

    private static IEnumerable<(string, Verdict)> Judged(Bench bench) =>
        [.. JournalReader.Read(new RunFolder(bench.RunFolder).Journal).OfType<LimitJudged>().Select(l => (l.Name, l.Verdict))];

    private static void Attempt(Action assertion)
    {
        try
        {
            assertion();
        }
        catch (LimitException)
        {
            // Swallowed, as an experiment may do.
        }
    }
}
