namespace LabTest.Instruments.Profiles;

/// <summary>
/// What the names of a formula stand for while it is evaluated: on the driver's side the values last known, on the simulator's its state.
/// </summary>
internal abstract class EvaluationContext
{
    /// <summary>The channel (<c>ch</c>) as a number: its id where that is one, else its place from 1; 0 for none.</summary>
    public double ChannelNumber { get; protected init; }

    /// <summary>The time in seconds since the start; inputs are asked for what drives them at this time.</summary>
    public double Time { get; set; }

    /// <summary>Where <c>t</c> is 0: at the start, or at the trigger within a waveform.</summary>
    public double Origin { get; set; }

    /// <summary>The number of a sample (<c>i</c>).</summary>
    public double Index { get; set; }

    /// <summary>The number in the block (<c>raw</c>).</summary>
    public double Raw { get; set; }

    /// <summary>The fields of a waveform's preamble, in their order.</summary>
    public double[] Fields { get; set; } = [];

    /// <summary>The value of a parameter of the same channel or of the instrument, as a number.</summary>
    public abstract double Parameter(ParameterModel parameter);

    /// <summary>A variable of the simulation.</summary>
    public abstract double Variable(string name);

    /// <summary>What drives an input of the simulation.</summary>
    public abstract double Port(string name);
}
