using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class TriggerableRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), ITriggerable
{
    public Step Arm(CancellationToken cancellationToken = default) => Begin(() => Do("arm", cancellationToken));

    public Step Trigger(CancellationToken cancellationToken = default) => Begin(() => Do("trigger", cancellationToken));

    public Step<bool> IsDone(CancellationToken cancellationToken = default) => Begin(() => ReadFlag(Parameter(Player("done") ?? throw NotSupported("done")), cancellationToken));
}
