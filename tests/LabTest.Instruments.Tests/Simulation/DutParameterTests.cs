using LabTest.Instruments.Simulation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>A DUT model that asks for its parameters too late or in another unit is told which call to mend.</summary>
public sealed class DutParameterTests
{
    [Fact]
    public void A_parameter_that_is_asked_for_too_late_names_the_call_to_move()
    {
        var open = () => Simulate(nameof(Late), "vout: 3.3 V");

        open.Should().Throw<ProfileException>().WithMessage(
            "*has no parameter 'vout' (it has none); a model has those that it asks for in its constructor or in a field, as in parameters.Get(\"vout\", 3.3.Volts()): a call in Changed or Output comes too late*");
    }

    [Theory]
    [InlineData("vout: 3.3 V", "*the station gives 'vout' as 3.3 V, and the model asks for a bare number: give the call in the model a default with a unit, as in parameters.Get(\"vout\", 3.3.Volts()), or write the station's value as a bare number*")]
    [InlineData("vout: 20 mA", "*as in parameters.Get(\"vout\", Quantity.Parse(\"20 mA\")), or write the station's value as a bare number*")]
    public void A_parameter_in_another_unit_names_the_call_to_mend(string with, string message)
    {
        var open = () => Simulate(nameof(Bare), with);

        open.Should().Throw<ProfileException>().WithMessage(message);
    }

    private static SimulatedStation Simulate(string type, string with)
    {
        var station = TestBench.Station($$"""
            labtest: station/1
            name: s
            simulate: true
            instruments: { dmm: { profile: keysight/34461a } }
            dut_model: { type: "{{typeof(DutParameterTests).FullName}}+{{type}}, {{typeof(DutParameterTests).Assembly.GetName().Name}}", with: { {{with}} }, connect: { vout: dmm.input } }
            """);
        return SimulationBuilder.Build(station, new LabClock(new VirtualTime(DateTimeOffset.UnixEpoch)), all: true);
    }

    public sealed class Late(DutParameters parameters) : IDutModel
    {
        public IReadOnlyList<string> Inputs => [];

        public IReadOnlyList<string> Outputs => ["vout"];

        public void Changed(DutInputs inputs, double time)
        {
        }

        public double Output(string port, DutInputs inputs, double time) => parameters.Get("vout", 3.3);
    }

    public sealed class Bare(DutParameters parameters) : IDutModel
    {
        private readonly double _vout = parameters.Get("vout", 3.3);

        public IReadOnlyList<string> Inputs => [];

        public IReadOnlyList<string> Outputs => ["vout"];

        public void Changed(DutInputs inputs, double time)
        {
        }

        public double Output(string port, DutInputs inputs, double time) => _vout;
    }
}
