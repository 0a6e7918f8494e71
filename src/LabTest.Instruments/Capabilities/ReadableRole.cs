using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class ReadableRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), IReadable
{
    public IReadOnlyList<string> Readings => Names;

    public Step<Quantity> Read(string? reading = null, CancellationToken cancellationToken = default) => Begin(() => ReadQuantity(Parameter(reading), cancellationToken));
}
