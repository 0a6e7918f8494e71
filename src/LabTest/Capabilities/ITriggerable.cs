namespace LabTest.Capabilities;

/// <summary>Waits for a trigger once it is armed.</summary>
public interface ITriggerable : ICapability
{
    /// <summary>Arms it: the next trigger counts.</summary>
    Step Arm(CancellationToken cancellationToken = default);

    /// <summary>Triggers it now.</summary>
    /// <exception cref="NotSupportedException">The instrument cannot be triggered by a command.</exception>
    Step Trigger(CancellationToken cancellationToken = default);

    /// <summary>Asks whether the trigger has come.</summary>
    /// <exception cref="NotSupportedException">The instrument does not say.</exception>
    Step<bool> IsDone(CancellationToken cancellationToken = default);
}
