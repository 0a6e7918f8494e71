using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Drivers;

/// <summary>What formulas see on the driver's side: the values last known.</summary>
internal sealed class DriverContext : EvaluationContext
{
    private readonly KnownValues _values;
    private readonly int _channel;

    public DriverContext(KnownValues values, InstrumentModel model, int channel)
    {
        _values = values;
        _channel = channel;
        ChannelNumber = channel >= 0 && double.TryParse(model.Channels[channel], out var number) ? number : channel + 1;
    }

    public override double Parameter(ParameterModel parameter)
    {
        var value = _values.Find(parameter, _channel) ?? throw new MissingValueException(parameter);
        return value.Kind switch
        {
            ParameterValueKind.Flag => value.Flag ? 1 : 0,
            ParameterValueKind.Text => parameter.FindOption(value.Text!)?.Number ?? double.NaN,
            _ => value.Quantity.Value,
        };
    }

    public override double Variable(string name) => throw new InvalidOperationException($"Only the simulator has variables such as '{name}'.");

    public override double Port(string name) => throw new InvalidOperationException($"Only the simulator has ports such as '{name}'.");
}
