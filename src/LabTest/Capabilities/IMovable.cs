namespace LabTest.Capabilities;

/// <summary>Has a position that it is moved to: a stage, a rotator.</summary>
public interface IMovable : ICapability
{
    /// <summary>Where it is.</summary>
    Step<Quantity> Position(CancellationToken cancellationToken = default);

    /// <summary>Moves it, and waits until it stands where the instrument says whether it moves. A cancellation stops it.</summary>
    /// <exception cref="BoundViolationException">The target is outside the range or a bound of the station; nothing was sent.</exception>
    Step Move(Quantity target, CancellationToken cancellationToken = default);

    /// <summary>Stops it where it is.</summary>
    Step Stop(CancellationToken cancellationToken = default);

    /// <summary>Moves it to its reference.</summary>
    /// <exception cref="NotSupportedException">It has none.</exception>
    Step Home(CancellationToken cancellationToken = default);
}
