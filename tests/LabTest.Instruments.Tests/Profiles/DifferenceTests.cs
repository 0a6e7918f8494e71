using LabTest.Instruments.Tests.Drivers;
using static LabTest.Instruments.Tests.Simulation.Conversation;

namespace LabTest.Instruments.Tests.Profiles;

/// <summary>What a profile gives as a difference is one: 0.5 K is half a degree of a temperature in °C, and 0.5 dB half a decibel of a level.</summary>
public sealed class DifferenceTests
{
    [Theory]
    [InlineData("°C", "0.1 K", 0.1)]
    [InlineData("°C", "0.1", 0.1)]
    [InlineData("°C", "0.1 °C", 0.1)]
    [InlineData("°C", "0.18 °F", 0.1)]
    [InlineData("°C", "100 mK", 0.1)]
    [InlineData("°F", "0.5 K", 0.9)]
    [InlineData("K", "0.1 °C", 0.1)]
    [InlineData("mK", "0.1 °C", 100)]
    [InlineData("dBm", "0.5 dB", 0.5)]
    [InlineData("dBm", "0.5 dBm", 0.5)]
    [InlineData("dBV", "0.5 dB", 0.5)]
    [InlineData("dB", "0.5 dB", 0.5)]
    [InlineData("V", "1 mV", 1e-3)]
    public void Noise_quantum_ramp_and_accuracy_are_differences(string unit, string given, double meant)
    {
        var model = TestBench.Profile($$"""
            parameters:
              reading: { get: "READ?", unit: '{{unit}}', sim: { value: 23, noise: {{given}}, quantum: {{given}} } }
              set_point: { scpi: SET, unit: '{{unit}}', range: [-1000, 1000], init: 0, ramp: { step: {{given}}, every: 1 s } }
            accuracy:
              reading: [ { fixed: {{given}} } ]
            """);
        var reading = model.Parameters["reading"];

        reading.Simulation!.Noise!(null!).Should().BeApproximately(meant, 1e-12);
        reading.Simulation.Quantum!(null!).Should().BeApproximately(meant, 1e-12);
        reading.Accuracy!.Rows[0].Fixed.Should().BeApproximately(meant, 1e-12);
        model.Parameters["set_point"].Ramp!.Step.Should().BeApproximately(meant, 1e-12);
    }

    [Fact]
    public void The_simulator_answers_near_the_value_and_on_the_quantum()
    {
        var instrument = Simulate("parameters: { v: { get: 'TEMP?', unit: °C, sim: { value: 23, noise: 0.1 K, quantum: 0.1 K } } }");

        for (var i = 0; i < 100; i++)
        {
            var value = double.Parse(Ask(instrument, "TEMP?")!, System.Globalization.CultureInfo.InvariantCulture);
            value.Should().BeInRange(22, 24);
            (value * 10).Should().BeApproximately(Math.Round(value * 10), 1e-9);
        }
    }

    [Fact]
    public void Noise_of_a_trace_is_a_difference()
    {
        var model = TestBench.Profile("""
            parameters:
              trace:
                get: "DATA?"
                block: { sample: float32 }
                x: { unit: s, value: i }
                y: { unit: °C, value: raw }
                sim: { y: 20, noise: 0.2 K }
            """);

        model.Parameters["trace"].Waveform!.Simulation!.Noise!(null!).Should().Be(0.2);
    }

    [Theory]
    [InlineData("dBm", "1 mW")]
    [InlineData("dBm", "1 dBW")]
    [InlineData("V", "0.5 dB")]
    public void What_is_no_difference_of_the_unit_is_refused(string unit, string given)
    {
        var load = () => TestBench.Profile($"parameters: {{ v: {{ get: 'V?', unit: '{unit}', sim: {{ value: 1, noise: {given} }} }} }}");

        load.Should().Throw<ProfileException>();
    }

    [Theory]
    [InlineData("°C", 25, "0.5 K")]
    [InlineData("°F", 25, "900 mK")]
    [InlineData("dBm", -10, "0.5 dB")]
    public async Task An_uncertainty_is_a_difference(string unit, double value, string shown)
    {
        var fixedPart = unit == "°F" ? "0.9 K" : unit == "°C" ? "0.5 K" : "0.5 dB";
        await using var it = ScriptedInstrument.Make($"parameters: {{ v: {{ get: 'V?', unit: '{unit}' }} }}\naccuracy: {{ v: {{ basis: sigma, rows: [ {{ fixed: {fixedPart} }} ] }} }}\n", _ => $"{value}");
        var reading = (await it.Read("v")).Quantity;

        it.Driver.UncertaintyOf(it.Driver.Model.Parameters["v"], -1, reading, DateOnly.MinValue, temperature: null).Should().Be(Quantity.Parse(shown));
    }
}
