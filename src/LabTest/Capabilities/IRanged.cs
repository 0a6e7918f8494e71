namespace LabTest.Capabilities;

/// <summary>Has a reading that is taken in one of several ranges.</summary>
public interface IRanged : ICapability
{
    /// <summary>The reading that the range is of.</summary>
    string Reading { get; }

    /// <summary>The range now.</summary>
    Step<Quantity> Range(CancellationToken cancellationToken = default);

    /// <summary>Sets the range.</summary>
    /// <exception cref="BoundViolationException">There is no such range; nothing was sent.</exception>
    Step SetRange(Quantity range, CancellationToken cancellationToken = default);
}
