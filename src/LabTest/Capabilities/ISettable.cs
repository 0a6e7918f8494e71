namespace LabTest.Capabilities;

/// <summary>Has values that are set.</summary>
public interface ISettable : ICapability
{
    /// <summary>The names of its settings; the first is the one that is set if none is named.</summary>
    IReadOnlyList<string> Settings { get; }

    /// <summary>Sets a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="setting">Which of <see cref="Settings"/>; the first if not given.</param>
    /// <param name="cancellationToken">Stops waiting for the instrument.</param>
    /// <exception cref="BoundViolationException">The value is outside the range or a bound of the station; nothing was sent.</exception>
    /// <exception cref="UnitMismatchException">The value is of another dimension; nothing was sent.</exception>
    /// <exception cref="ArgumentException">There is no such setting.</exception>
    Step Set(ParameterValue value, string? setting = null, CancellationToken cancellationToken = default);
}
