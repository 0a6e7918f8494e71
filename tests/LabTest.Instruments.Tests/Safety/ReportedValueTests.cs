using LabTest.Instruments.Tests.Drivers;

namespace LabTest.Instruments.Tests.Safety;

/// <summary>A value that an instrument reports, and that is to be set again: within a step of what is allowed it is brought there, farther out nothing is clipped.</summary>
public sealed class ReportedValueTests
{
    private const string Dac = "parameters: { level: { scpi: LEV, unit: mV, range: [-800, 400]SIM }, on: { scpi: OUTP, type: bool } }\nsafety: { safe_state: [ { set: { on: false } } ] }\n";
    private const string Choice = "parameters: { level: { scpi: LEV, unit: V, options: [0.1, 1, 10] }, on: { scpi: OUTP, type: bool } }\nsafety: { safe_state: [ { set: { on: false } } ] }\n";

    [Theory]
    [InlineData("", "-800.030518", -800, 1)]
    [InlineData("", "401.2", 400, 1)]
    [InlineData("", "-800", -800, 0)]
    [InlineData("", "12.3", 12.3, 0)]
    [InlineData(", sim: { quantum: 2 }", "402", 400, 1)]
    public async Task A_step_outside_is_brought_to_the_nearest_allowed_value_with_a_warning(string sim, string reported, double allowed, int warnings)
    {
        await using var it = ScriptedInstrument.Make(Dac.Replace("SIM", sim, StringComparison.Ordinal), m => m == "LEV?" ? reported : null);

        var value = await it.Driver.ReadToRestore(it.Driver.Model.Parameters["level"], -1, CancellationToken.None);

        value.Quantity.Value.Should().Be(allowed);
        it.Warnings.Should().HaveCount(warnings);
        foreach (var warning in it.Warnings)
            warning.Should().Be($"it.level reports {Quantity.Parse(reported + " mV")}, and {new Quantity(allowed, Unit.Parse("mV"))} is the nearest that may be set; that is taken instead");
    }

    [Theory]
    [InlineData("1.00000001", 1)]
    [InlineData("0.0999", 0.1)]
    public async Task An_option_that_is_reported_with_its_rounding_is_that_option(string reported, double option)
    {
        await using var it = ScriptedInstrument.Make(Choice, m => m == "LEV?" ? reported : null);

        (await it.Driver.ReadToRestore(it.Driver.Model.Parameters["level"], -1, CancellationToken.None)).Quantity.Value.Should().Be(option);
    }

    [Theory]
    [InlineData(Dac, "", "402", "*it.level reports 402 mV; the nearest that may be set is 400 mV, more than a step (1.2 mV) away. Nothing was clipped; the instrument was brought to its safe state.*")]
    [InlineData(Dac, ", sim: { quantum: 0.1 }", "-800.2", "*more than a step (100 µV) away*brought to its safe state.*")]
    [InlineData(Dac, "", "9.91E37", "*it.level reports NaN mV*brought to its safe state.*")]
    [InlineData(Choice, "", "3", "*it.level reports 3 V; the nearest that may be set is 1 V, more than a step (1 mV) away*brought to its safe state.*")]
    public async Task Farther_out_nothing_is_clipped_and_the_instrument_goes_to_its_safe_state(string profile, string sim, string reported, string message)
    {
        await using var it = ScriptedInstrument.Make(profile.Replace("SIM", sim, StringComparison.Ordinal), m => m switch { "LEV?" => reported, "OUTP?" => "0", _ => null });
        var read = async () => await it.Driver.ReadToRestore(it.Driver.Model.Parameters["level"], -1, CancellationToken.None);

        await read.Should().ThrowAsync<InstrumentException>().WithMessage(message);

        it.Wire.Sent.Should().Equal("LEV?", "OUTP 0", "OUTP?");
    }

    [Fact]
    public async Task A_ramp_that_begins_a_step_outside_sends_nothing_that_is_not_allowed()
    {
        await using var it = ScriptedInstrument.Make(
            "parameters: { level: { scpi: LEV, unit: mV, range: [-800, 400], ramp: { step: 50 mV, every: 1 ms } } }\n", m => m == "LEV?" ? "401.1" : null);

        await it.Set("level", Quantity.Parse("300 mV"));

        it.Wire.Sent.Should().Equal("LEV?", "LEV 350", "LEV 300");
        it.Warnings.Should().ContainSingle();
    }

    [Fact]
    public async Task A_ramp_that_would_begin_far_outside_is_not_begun()
    {
        await using var it = ScriptedInstrument.Make(
            "parameters: { level: { scpi: LEV, unit: mV, range: [-800, 400], ramp: { step: 50 mV, every: 1 ms } } }\n", m => m == "LEV?" ? "900" : null);
        var set = async () => await it.Set("level", Quantity.Parse("300 mV"));

        await set.Should().ThrowAsync<InstrumentException>().WithMessage("*Nothing was clipped; the instrument has no safe state and was left as it is.*");

        it.Wire.Sent.Should().Equal("LEV?");
    }

    [Fact]
    public async Task A_ramp_to_the_safe_state_begins_wherever_the_instrument_is()
    {
        var level = "900";
        await using var it = ScriptedInstrument.Make(
            "parameters: { level: { scpi: LEV, unit: mV, range: [-800, 400], ramp: { step: 200 mV, every: 1 ms } } }\nsafety: { safe_state: [ { set: { level: 0 } } ] }\n",
            m =>
            {
                if (m.StartsWith("LEV ", StringComparison.Ordinal))
                    level = m[4..];
                return m == "LEV?" ? level : null;
            });

        await it.Driver.SafeState(CancellationToken.None);

        it.Wire.Sent.Should().Equal("LEV?", "LEV 200", "LEV 0", "LEV?");
    }
}
