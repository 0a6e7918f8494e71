using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class RangedRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), IRanged
{
    public string Reading => Player("of")!;

    public Step<Quantity> Range(CancellationToken cancellationToken = default) => Begin(() => ReadQuantity(Parameter(Player("range")), cancellationToken));

    public Step SetRange(Quantity range, CancellationToken cancellationToken = default) => Begin(() => Set(Parameter(Player("range")), range, cancellationToken));
}
