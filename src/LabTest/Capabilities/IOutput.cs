namespace LabTest.Capabilities;

/// <summary>Has an output, or the input of a load, that is switched.</summary>
public interface IOutput : ICapability
{
    /// <summary>Switches it on or off.</summary>
    Step Switch(bool on, CancellationToken cancellationToken = default);

    /// <summary>Asks whether it is on.</summary>
    Step<bool> IsOn(CancellationToken cancellationToken = default);
}
