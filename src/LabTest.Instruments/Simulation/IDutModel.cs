namespace LabTest.Instruments.Simulation;

/// <summary>
/// A simulated device under test, between the instruments of a station: what goes into it and what comes out. A model may have a memory
/// (a start-up, a load step); it is told of every change. Values are in V, A and s. A model is made from a <see cref="DutParameters"/>.
/// </summary>
public interface IDutModel
{
    /// <summary>The names of what goes in, such as <c>vin</c>.</summary>
    IReadOnlyList<string> Inputs { get; }

    /// <summary>The names of what comes out, such as <c>vout</c>.</summary>
    IReadOnlyList<string> Outputs { get; }

    /// <summary>Something on the station was set; the inputs may have changed.</summary>
    /// <param name="inputs">The inputs now.</param>
    /// <param name="time">Now, in seconds.</param>
    void Changed(DutInputs inputs, double time);

    /// <summary>What an output is at a time, without the noise of the instrument that measures it.</summary>
    /// <param name="port">The output.</param>
    /// <param name="inputs">The inputs at that time.</param>
    /// <param name="time">The time in seconds, now or within a trace around now.</param>
    double Output(string port, DutInputs inputs, double time);
}
