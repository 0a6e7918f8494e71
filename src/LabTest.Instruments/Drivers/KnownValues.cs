using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Drivers;

/// <summary>The values that settings were last set to or read as. What resets an instrument makes them unknown.</summary>
internal sealed class KnownValues
{
    private readonly Dictionary<(ParameterModel Parameter, int Channel), ParameterValue> _values = [];

    public ParameterValue? Find(ParameterModel parameter, int channel) =>
        _values.TryGetValue((parameter, parameter.IsChannel ? channel : -1), out var value) ? value : default(ParameterValue?);

    public void Keep(ParameterModel parameter, int channel, ParameterValue value) => _values[(parameter, parameter.IsChannel ? channel : -1)] = value;

    public void Forget() => _values.Clear();
}
