using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class RangedRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), IRanged
{
    public string Reading => Player("of")!;

    public async ValueTask<Quantity> Range(CancellationToken cancellationToken = default) =>
        (await Read(Parameter(Player("range")), cancellationToken).ConfigureAwait(false)).Quantity;

    public ValueTask SetRange(Quantity range, CancellationToken cancellationToken = default) => Set(Parameter(Player("range")), range, cancellationToken);
}
