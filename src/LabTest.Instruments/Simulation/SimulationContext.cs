using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Simulation;

/// <summary>What formulas see on one channel of a simulated instrument.</summary>
internal sealed class SimulationContext : EvaluationContext
{
    private readonly SimulatedInstrument _instrument;
    private readonly int _channel;

    public SimulationContext(SimulatedInstrument instrument, int channel)
    {
        _instrument = instrument;
        _channel = channel;
        var id = instrument.Model.Channels.ElementAtOrDefault(channel);
        ChannelNumber = double.TryParse(id, out var number) ? number : channel + 1;
    }

    public override double Parameter(ParameterModel parameter) => _instrument.NoiseFree(parameter, _channel, Time);

    public override double Variable(string name) => _instrument.Variables[name];

    public override double Port(string name) => _instrument.Station.Port(_instrument, _channel, name, Time);
}
