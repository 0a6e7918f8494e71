namespace LabTest.Capabilities;

/// <summary>Takes traces.</summary>
public interface IWaveformSource : ICapability
{
    /// <summary>Fetches the trace, after arming where the profile says how.</summary>
    Step<Waveform> Capture(CancellationToken cancellationToken = default);
}
