using LabTest.Engine.Plans;

namespace LabTest.Engine;

/// <summary>Runs plans on the instruments of a station: embedded in the process, or somewhere else.</summary>
internal interface IEngine
{
    /// <summary>Runs a plan to its end.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="sink">Takes the documents as they happen; the plan goes on when it has taken one.</param>
    /// <param name="cancellationToken">Stops between two steps; what was moved is brought back first.</param>
    /// <exception cref="BoundViolationException">A set-point is not allowed; nothing was moved.</exception>
    ValueTask Run(Plan plan, IDocumentSink sink, CancellationToken cancellationToken);
}
