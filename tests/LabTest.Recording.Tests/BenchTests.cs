using LabTest.Data;
using LabTest.Instruments;
using LabTest.Recording.Assertions;
using LabTest.Recording.Journal;
using LabTest.Units;

namespace LabTest.Recording.Tests;

public sealed class BenchTests
{
    [Fact]
    public async Task A_negative_uncertainty_is_refused_and_nothing_is_recorded()
    {
        await using var open = await OpenBench.On();

        foreach (var record in (Action[])[() => open.Bench.Record("rail", 3.3.Volts(), (-1).Volts()), () => open.Bench.Record("rail", new[] { 1.0, 2.0 }, Unit.Parse("V"), (-1).Millivolts())])
            record.Should().Throw<ArgumentException>().WithMessage("The uncertainty of 'rail' is -1 *V*cannot be below zero*");

        open.Journal.OfType<Journal.MeasurementTaken>().Should().BeEmpty();
        open.Bench.Record("rail", 3.3.Volts(), 0.Volts()).Uncertainty.Should().Be(0.Volts());
    }

    [Theory]
    [InlineData("", "''")]
    [InlineData(" \t", "' \\x09'")]
    [InlineData("\u2028", "'\\u2028'")]
    public async Task A_measurement_whose_name_shows_nothing_is_refused_with_what_to_do(string name, string shown)
    {
        await using var open = await OpenBench.On();

        var record = () => open.Bench.Record(name, 1.Volts());

        record.Should().Throw<ArgumentException>().WithMessage($"A measurement needs a name, and {shown} shows nothing; give it letters or digits*").And.ParamName.Should().BeNull();
        open.Journal.OfType<Journal.MeasurementTaken>().Should().BeEmpty();
    }

    [Fact]
    public async Task One_real_instrument_is_enough_for_real_time()
    {
        await using var supply = new FakeSupply(query => FakeSupply.Answer(query, "1.0"));
        await using var open = await OpenBench.On($$"""
            labtest: station/1
            name: mixed
            instruments:
              psu: { profile: keysight/edu36311a, address: "{{supply.Address}}" }
              dmm: { profile: keysight/34461a }
            """);

        var summary = await open.Close();

        (summary.Station!.Clock, summary.IsVirtual, summary.IsSimulated).Should().Be(("real", false, true));
    }

    [Fact]
    public async Task A_measurement_is_in_the_journal_before_Measure_returns()
    {
        await using var open = await OpenBench.On();
        await open.Bench.Set("psu.vdd.voltage", 3.3.Volts());
        await open.Bench.Set("psu.vdd.output", true);

        Measurement rail = await open.Bench.Measure("rail", "dmm.reading", samples: 5);

        var taken = open.Journal.OfType<MeasurementTaken>().Single();
        taken.Name.Should().Be("rail");
        taken.Value.Should().Be(rail.Quantity.Value).And.BeApproximately(3.3, 1e-3);
        taken.Unit.Should().Be("V");
        taken.Source.Should().Be("dmm.reading");
        taken.Samples.Should().Be(5);
        taken.Uncertainty.Should().BeApproximately((3.3 * 35e-6 + 10 * 5e-6) / Math.Sqrt(3), 2e-6);
    }

    [Fact]
    public async Task A_limit_and_its_verdict_are_recorded_before_the_assertion_throws()
    {
        await using var open = await OpenBench.On();

        var assert = async () => await open.Bench.Measure("rail", "dmm.reading").Should().BeWithin(3.25.Volts(), 3.35.Volts(), because: "the logic needs it");

        (await assert.Should().ThrowAsync<LimitException>()).WithMessage("rail = * is not within 3.25 V and 3.35 V (* below) because the logic needs it.");
        var limit = open.Journal.OfType<LimitJudged>().Single();
        limit.Verdict.Should().Be(Verdict.Fail);
        (limit.Lower, limit.Upper, limit.Unit).Should().Be((3.25, 3.35, "V"));
        limit.Measurement.Should().Be(open.Journal.OfType<MeasurementTaken>().Single().Number);
    }

    [Fact]
    public async Task A_computed_value_is_recorded_in_its_unit_and_judged_in_the_limits()
    {
        await using var open = await OpenBench.On();
        Quantity pout = 1.45.Watts(), pin = 1.5.Watts();

        open.Bench.Record("efficiency", pout / pin).Should().BeAtLeast(88.Percent()).Which.Quantity.Value.Should().BeApproximately(0.9667, 1e-4);

        var limit = open.Journal.OfType<LimitJudged>().Single();
        (limit.Lower, limit.Unit, limit.Verdict).Should().Be((88.0, "%", Verdict.Pass));
    }

    [Fact]
    public async Task A_distance_from_a_limit_in_percent_is_in_percentage_points()
    {
        await using var open = await OpenBench.On();
        Quantity pout = 1.29.Watts(), pin = 1.5.Watts();

        var below = () => open.Bench.Record("efficiency", pout / pin).Should().BeAtLeast(88.Percent());
        var above = () => open.Bench.Record("load", 101.Percent()).Should().BeAtMost(100.Percent());

        below.Should().Throw<LimitException>().WithMessage("efficiency = 86 % is not at least 88 % (2 percentage points below).");
        above.Should().Throw<LimitException>().WithMessage("load = 101 % is not at most 100 % (1 percentage point above).");
    }

    [Fact]
    public async Task A_distance_from_a_limit_has_four_significant_digits()
    {
        await using var open = await OpenBench.On();

        var volts = () => open.Bench.Record("rail", 3.3512345678.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());
        var degrees = () => open.Bench.Record("case", 86.123456.Celsius()).Should().BeAtMost(85.Celsius());
        var counts = () => open.Bench.Record("dark", 123456.Counts()).Should().BeAtMost(1.Counts());
        var percent = () => open.Bench.Record("efficiency", (2.0 / 3 * 100).Percent()).Should().BeAtLeast(88.Percent());

        volts.Should().Throw<LimitException>().WithMessage("*(1.235 mV above).");
        degrees.Should().Throw<LimitException>().WithMessage("*(1.123 K above).");
        counts.Should().Throw<LimitException>().WithMessage("*(123500 count above).");
        percent.Should().Throw<LimitException>().WithMessage("*(21.33 percentage points below).");
    }

    [Fact]
    public async Task A_missing_value_never_passes()
    {
        await using var open = await OpenBench.On();

        var assert = () => open.Bench.Record("ripple", double.NaN.Volts()).Should().BeAtMost(1.Volts());

        assert.Should().Throw<LimitException>().WithMessage("*there is no valid value, so it is not * (it was computed to be no finite number)*");
        (await open.Close()).Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public async Task A_value_near_its_limit_is_marginal()
    {
        await using var open = await OpenBench.On();

        open.Bench.Record("rail", 3.348.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts(), marginal: 5.Percent());

        (await open.Close()).Verdict.Should().Be(Verdict.Marginal);
    }

    [Fact]
    public async Task With_a_guard_band_a_value_of_unknown_uncertainty_is_inconclusive()
    {
        await using var open = await OpenBench.On(OpenBench.Supply + "\ndecision: guard_band\n");

        var assert = () => open.Bench.Record("rail", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());

        assert.Should().Throw<LimitException>().WithMessage("*cannot be decided, since its uncertainty is unknown*");
        open.Bench.Record("known", 3.3.Volts(), uncertainty: 1.Millivolts()).Should().BeWithin(3.25.Volts(), 3.35.Volts());
        (await open.Close()).Verdict.Should().Be(Verdict.Inconclusive);
    }

    [Fact]
    public async Task A_limit_of_another_dimension_is_an_error_that_names_both()
    {
        await using var open = await OpenBench.On();

        var assert = () => open.Bench.Record("rail", 3.3.Volts()).Should().BeAtMost(1.Amperes());

        assert.Should().Throw<UnitMismatchException>().WithMessage("*A (current)*");
    }

    [Fact]
    public async Task A_name_that_stands_for_two_units_is_an_error()
    {
        await using var open = await OpenBench.On();
        open.Bench.Record("x", 3.3.Volts());
        open.Bench.Record("x", 3300.Millivolts());

        var record = () => open.Bench.Record("x", 3.3.Amperes());

        record.Should().Throw<UnitMismatchException>().WithMessage("'x' was measured in mV (voltage) and now in A (current)*");
    }

    [Fact]
    public async Task Assertions_in_a_scope_are_all_recorded_and_thrown_together()
    {
        await using var open = await OpenBench.On();

        var assert = () =>
        {
            using var scope = new FluentAssertions.Execution.AssertionScope();
            open.Bench.Record("a", 1.Volts()).Should().BeAtLeast(2.Volts());
            open.Bench.Record("b", 1.Volts()).Should().BeAtLeast(2.Volts());
        };

        assert.Should().Throw<Exception>().WithMessage("*a = 1 V*").WithMessage("*b = 1 V*");
        open.Journal.OfType<LimitJudged>().Should().HaveCount(2);
    }

    [Fact]
    public async Task Texts_and_flags_are_measured_too()
    {
        await using var open = await OpenBench.On();

        open.Bench.Record("firmware", "1.2.3").Should().Match(@"1\.\d+\.\d+");
        open.Bench.Record("led", true).Should().BeTrue();
        await open.Bench.Measure("on", "psu.vdd.output").Should().BeFalse();
        var wrong = () => open.Bench.Record("firmware", "2.0").Should().Be("1.2.3");

        wrong.Should().Throw<LimitException>().WithMessage("firmware = 2.0 is not equal to '1.2.3'.");
    }

    [Fact]
    public async Task A_set_is_recorded_and_a_refused_one_is_not()
    {
        await using var open = await OpenBench.On();
        await open.Bench.Set("psu.vdd.voltage", "5 V");

        var set = async () => await open.Bench.Set("psu.vdd.voltage", 5.8.Volts());

        await set.Should().ThrowAsync<BoundViolationException>().WithMessage("psu.vdd.voltage cannot be set to 5.8 V: the bound of the station is 0 V to 5.5 V*Nothing was sent.");
        open.Journal.OfType<ParameterSet>().Last().Should().BeEquivalentTo(new { Path = "psu.vdd.voltage", Value = "5 V" });
    }

    [Theory]
    [InlineData("psu.vdd.voltag", "*has no parameter 'voltag'*did you mean 'voltage'?")]
    [InlineData("psu.voltage", "*does not say which channel; write psu.vdd.voltage or*")]
    [InlineData("psu.vddd.voltage", "*has no channel 'vddd'*did you mean 'vdd'?")]
    [InlineData("pus.vdd.voltage", "*no instrument 'pus'*did you mean 'psu'?")]
    [InlineData("voltage", "*is not a path*")]
    public async Task An_unknown_path_says_what_there_is(string path, string message)
    {
        await using var open = await OpenBench.On();

        var read = async () => await open.Bench.Read(path);

        await read.Should().ThrowAsync<PathException>().WithMessage(message);
    }

    [Fact]
    public async Task Waiting_takes_virtual_time_and_gives_up_with_an_assertion()
    {
        await using var open = await OpenBench.On();
        var before = open.Bench.Now;

        var wait = async () => await open.Bench.WaitFor("dmm.reading", v => v > 3.Volts(), within: 2.Seconds());

        await wait.Should().ThrowAsync<LimitException>().WithMessage("dmm.reading is * after 2 s*");
        (open.Bench.Now - before).Should().BeGreaterThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Closing_leaves_every_output_off_and_ends_the_run()
    {
        await using var open = await OpenBench.On();
        await open.Bench.Set("psu.vdd.voltage", 5.Volts());
        await open.Bench.Set("psu.vdd.output", true);

        var summary = await open.Close();

        var sets = open.Journal.OfType<ParameterSet>().Where(s => s.Path == "psu.vdd.output").Select(s => s.Value);
        sets.Last().Should().Be("off");
        summary.Finished!.Verdict.Should().Be(Verdict.NotSet);
        summary.Closed!.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task An_uncertainty_in_kelvin_of_a_temperature_in_celsius_is_a_difference()
    {
        await using var open = await OpenBench.On();

        open.Bench.Record("chamber", Quantity.Parse("23 °C"), uncertainty: Quantity.Parse("0.5 K"));

        open.Journal.OfType<MeasurementTaken>().Single().Uncertainty.Should().BeApproximately(0.5, 1e-12);
    }

    [Theory]
    [InlineData("1 °C", "1 K")]
    [InlineData("1.8 °F", "1 K")]
    public async Task A_difference_that_is_given_as_a_temperature_on_a_scale_is_refused(string degrees, string kelvin)
    {
        await using var open = await OpenBench.On();
        var given = Quantity.Parse(degrees);
        var column = new Table(Columns.Of("t", [290.0, 291], KnownUnits.Kelvin));
        var curve = new Waveform(new[] { 290.0, 290, 290, 300, 300, 300 }, KnownUnits.Kelvin, 1.Seconds(), 0.Seconds());
        (string What, Action Use)[] uses =
        [
            ("The tolerance", () => open.Bench.Record("a", 290.Kelvin()).Should().BeCloseTo(290.Kelvin(), given)),
            ("The tolerance", () => open.Bench.Record("b", 20.Celsius()).Should().BeCloseTo(20.Celsius(), given)),
            ("The tolerance", () => open.Bench.Record("c", 100.Celsius()).Should().BeCloseTo(290.Kelvin(), given)),
            ("The marginal band", () => open.Bench.Record("d", 290.Kelvin()).Should().BeWithin(280.Kelvin(), 300.Kelvin(), given)),
            ("The marginal band", () => column["t"].Should().StayWithin(280.Kelvin(), 300.Kelvin(), given)),
            ("The uncertainty of 'e'", () => open.Bench.Record("e", 290.Kelvin(), uncertainty: given)),
            ("The uncertainty of 'f'", () => open.Bench.Record("f", new[] { 290.0 }, KnownUnits.Kelvin, given)),
            ("The uncertainty", () => new RangeLimit(280.Kelvin(), 300.Kelvin()).Judge(290.Kelvin(), given, DecisionRule.GuardBand)),
            ("The uncertainty", () => new RangeLimit(280.Kelvin(), 300.Kelvin()).Judge(290.Kelvin(), given, DecisionRule.SharedRisk)),
            ("The distance along column 't'", () => column.Resample("t", given)),
            ("The band", () => curve.SettlingTime(given)),
        ];

        foreach (var (what, use) in uses)
            use.Should().Throw<UnitMismatchException>().WithMessage($"{what} is {degrees}, a temperature on a scale, where a difference is meant. Give it in kelvin, as {kelvin}.");

        open.Journal.OfType<LimitJudged>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_tolerance_in_kelvin_is_one_of_temperatures_in_any_unit()
    {
        await using var open = await OpenBench.On();

        open.Bench.Record("near", 17.Celsius()).Should().BeCloseTo(290.Kelvin(), 1.Kelvin());
        open.Bench.Record("nearby", 290.Kelvin()).Should().BeCloseTo(17.Celsius(), 1.Kelvin());
        var far = () => open.Bench.Record("far", 100.Celsius()).Should().BeCloseTo(290.Kelvin(), 1.Kelvin());

        far.Should().Throw<LimitException>();
    }
}
