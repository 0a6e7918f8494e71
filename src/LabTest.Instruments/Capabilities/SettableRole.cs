using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class SettableRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), ISettable
{
    public IReadOnlyList<string> Settings => Names;

    public Step Set(ParameterValue value, string? setting = null, CancellationToken cancellationToken = default) => Begin(() => Set(Parameter(setting), value, cancellationToken));
}
