using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>How a trace is fetched and scaled, and how the simulator makes one.</summary>
internal sealed record WaveformModel
{
    public required IReadOnlyList<CommandTemplate> Prepare { get; init; }

    public required CommandTemplate? PreambleGet { get; init; }

    /// <summary>The names of the preamble's fields, in order.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public required SampleType Sample { get; init; }

    public required SampleOrder Order { get; init; }

    /// <summary>How many samples come, by the fields of the preamble; null if nothing says so.</summary>
    public Func<EvaluationContext, double>? Points { get; init; }

    /// <summary>The longest block that is taken, in bytes; null if the profile does not say.</summary>
    public long? AtMost { get; init; }

    public required Unit XUnit { get; init; }

    public required Func<EvaluationContext, double> X { get; init; }

    public required Unit YUnit { get; init; }

    public required Func<EvaluationContext, double> Y { get; init; }

    public SimulatedTrace? Simulation { get; init; }
}
