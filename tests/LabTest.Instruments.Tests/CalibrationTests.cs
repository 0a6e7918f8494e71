using LabTest.Instruments.Tests.Support;

namespace LabTest.Instruments.Tests;

/// <summary>A calibration whose day is past keeps a station from opening, or is a warning, or nothing, as the station says.</summary>
public sealed class CalibrationTests
{
    [Theory]
    [InlineData("2026-11-21", "overdue: fail", false, false)]
    [InlineData("2026-11-20", "overdue: fail", true, false)]
    [InlineData("2026-11-20", "overdue: warn", false, true)]
    [InlineData("2026-11-20", "done: 2025-11-20", false, true)]
    [InlineData("2026-11-20", "overdue: ignore", false, false)]
    public async Task It_is_told_on_the_day_after(string due, string policy, bool fails, bool warns)
    {
        const string message = "the calibration CAL-7 was due on 2026-11-20; its uncertainty is unknown from then on";
        var station = TestBench.Station($"labtest: station/1\nname: it\ninstruments:\n  dmm: {{ profile: keysight/34461a, calibration: {{ certificate: CAL-7, due: {due}, {policy} }} }}\n");
        var observer = new NotedWarnings();
        var open = async () => await OpenedStation.Open(
            station, new OpenOptions { Time = new VirtualTime(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)), Observer = observer }, CancellationToken.None);

        if (fails)
        {
            (await open.Should().ThrowAsync<InstrumentException>()).WithMessage($"dmm (SIM::dmm): {message}. Calibrate it, or change 'overdue' in the station file.");
            return;
        }

        await using var opened = await open();
        observer.Warnings.Should().Equal(warns ? [message] : []);
        var reading = opened.Resolve("dmm.reading");
        await opened.Read("dmm.reading");
        var uncertainty = reading.Instrument.UncertaintyOf(reading.Parameter, -1, 1.Volts(), new DateOnly(2026, 11, 21), temperature: 23);
        (uncertainty is not null).Should().Be(due == "2026-11-21");
    }
}
