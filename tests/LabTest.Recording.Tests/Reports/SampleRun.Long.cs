using LabTest.Instruments;
using LabTest.Recording.Assertions;

namespace LabTest.Recording.Tests.Reports;

internal sealed partial class SampleRun
{
    /// <summary>A sweep by ratio with a trace at each place, and values taken each minute for two hours.</summary>
    public static SampleRun Long()
    {
        var time = new VirtualTime(new DateTimeOffset(2026, 11, 21, 14, 3, 12, TimeSpan.Zero));
        var run = new SampleRun(time: time);
        run.TestLong(time);
        return run;
    }

    private void TestLong(VirtualTime time)
    {
        for (var decade = 0; decade < 7; decade++)
        {
            var frequency = (100 * Math.Pow(10, decade / 2.0)).Hertz();
            Test("Rejects_ripple", t =>
            {
                Record(t, "vin", new WaveformValue(Sine(2000, decade)));
                Record(t, "vout", new WaveformValue(Sine(2000, -decade)));
                Record(t, "gain", new Quantity(0.5, Unit.Parse("dB")));
                Record(t, "phase", (decade * 10.0).Degrees());
                using var scope = new FluentAssertions.Execution.AssertionScope();
                Record(t, "psrr", new Quantity(15 + 2.5 * decade, Unit.Parse("dB"))).Should().BeAtLeast(new Quantity(40, Unit.Parse("dB")));
                scope.Discard();
                Record(t, "led", new FlagValue(true)).Should().BeTrue();
            }, conditions: [new Condition("frequency", frequency)]);
        }

        Test("Holds_its_capacity", t =>
        {
            for (var minute = 0; minute < 120; minute++)
            {
                Record(t, "v_cell", (4.1 - minute * 0.005 + Math.Sin(minute) * 0.01).Volts());
                Record(t, "i_cell", 1.Amperes());
                time.Advance(TimeSpan.FromMinutes(1));
            }
        });
    }

    private static Waveform Sine(int samples, int turn) =>
        new(Enumerable.Range(0, samples).Select(i => 3.3 + 0.1 * Math.Sin(i * 12.0 / samples + turn)).ToArray(), Unit.Parse("V"), 1.Microseconds(), (-1).Milliseconds());
}
