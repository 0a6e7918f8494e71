using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class TriggerableRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), ITriggerable
{
    public ValueTask Arm(CancellationToken cancellationToken = default) => Do("arm", cancellationToken);

    public ValueTask Trigger(CancellationToken cancellationToken = default) => Do("trigger", cancellationToken);

    public async ValueTask<bool> IsDone(CancellationToken cancellationToken = default) =>
        (await Read(Parameter(Player("done") ?? throw NotSupported("done")), cancellationToken).ConfigureAwait(false)).Flag;
}
