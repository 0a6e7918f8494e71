using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

internal sealed class WaveformSourceRole(Instrument instrument, CapabilityModel model, int channel) : Role(instrument, model, channel), IWaveformSource
{
    public Step<Waveform> Capture(CancellationToken cancellationToken = default) => Begin(() => CaptureCore(cancellationToken));

    private async ValueTask<Waveform> CaptureCore(CancellationToken cancellationToken)
    {
        if (Player("arm") is not null)
            await Do("arm", cancellationToken).ConfigureAwait(false);
        return await Capture(Parameter(Player("trace")), cancellationToken).ConfigureAwait(false);
    }
}
