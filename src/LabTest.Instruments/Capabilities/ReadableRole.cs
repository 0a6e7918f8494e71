using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class ReadableRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), IReadable
{
    public IReadOnlyList<string> Readings => Names;

    public async ValueTask<Quantity> Read(string? reading = null, CancellationToken cancellationToken = default) =>
        (await Read(Parameter(reading), cancellationToken).ConfigureAwait(false)).Quantity;
}
