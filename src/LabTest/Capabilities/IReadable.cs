namespace LabTest.Capabilities;

/// <summary>Has values that are read.</summary>
public interface IReadable : ICapability
{
    /// <summary>The names of its readings; the first is the one that is read if none is named.</summary>
    IReadOnlyList<string> Readings { get; }

    /// <summary>Reads a value, with its unit.</summary>
    /// <param name="reading">Which of <see cref="Readings"/>; the first if not given.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ArgumentException">There is no such reading.</exception>
    Step<Quantity> Read(string? reading = null, CancellationToken cancellationToken = default);
}
