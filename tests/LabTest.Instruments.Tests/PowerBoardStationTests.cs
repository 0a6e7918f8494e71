namespace LabTest.Instruments.Tests;

public sealed class PowerBoardStationTests
{
    [Theory]
    [InlineData("power-board")]
    [InlineData("power-board-second")]
    public async Task The_board_starts_regulates_and_draws_what_it_should(string name)
    {
        await using var station = await TestBench.Open(TestBench.ShippedStation(name));

        (await station.Read("dmm.reading")).Value.Should().BeApproximately(0, 1e-3);
        await station.Set("psu.vdd.voltage", 5.Volts());
        await station.Set("psu.vdd.output", true);
        await station.Set("load.current", 0.5.Amperes());
        await station.Set("load.input", true);
        await station.Clock.Delay(TimeSpan.FromMilliseconds(5));

        (await station.Read("dmm.reading")).Value.Should().BeApproximately(3.3 - 0.015 * 0.5, 0.02);
        (await station.Read("psu.vdd.current_measured")).Value.Should().BeInRange(0.33, 0.42);
        (await station.Read("load.current_measured")).Value.Should().BeApproximately(0.5, 2e-3);
    }

    [Fact]
    public async Task The_oscilloscope_sees_the_start_up_at_its_trigger()
    {
        await using var station = await TestBench.Open(TestBench.ShippedStation("power-board"));
        await station.Set("scope.time_scale", 500.Microseconds());
        await station.Set("scope.trigger_level", 1.Volts());
        await station.Set("scope.ch1.scale", 0.5.Volts());
        await station.Set("scope.ch1.offset", 2.Volts());
        await station.Set("psu.vdd.voltage", 5.Volts());
        await station.Do(station.ResolveAction("scope.single"), CancellationToken.None);
        await station.Set("psu.vdd.output", true);

        var start = await station.Capture("scope.ch1.trace");

        start.Samples.Length.Should().Be(1000);
        start.Base().Value.Should().BeApproximately(0, 0.02);
        start.Top().Value.Should().BeApproximately(3.3, 0.03);
        start.RiseTime().In(Unit.Parse("µs")).Should().BeApproximately(400, 60);
        start.Overshoot().Value.Should().BeApproximately(2, 1);
        start.Start.In(Unit.Parse("ms")).Should().BeApproximately(-2.5, 1e-9);
    }
}
