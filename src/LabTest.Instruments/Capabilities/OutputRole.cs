using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class OutputRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), IOutput
{
    public ValueTask Switch(bool on, CancellationToken cancellationToken = default) => Set(Parameter(null), on, cancellationToken);

    public async ValueTask<bool> IsOn(CancellationToken cancellationToken = default) => (await Read(Parameter(null), cancellationToken).ConfigureAwait(false)).Flag;
}
