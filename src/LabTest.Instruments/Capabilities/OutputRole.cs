using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class OutputRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), IOutput
{
    public Step Switch(bool on, CancellationToken cancellationToken = default) => Begin(() => Set(Parameter(null), on, cancellationToken));

    public Step<bool> IsOn(CancellationToken cancellationToken = default) => Begin(() => ReadFlag(Parameter(null), cancellationToken));
}
