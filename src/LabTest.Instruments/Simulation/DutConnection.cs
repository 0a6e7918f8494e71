namespace LabTest.Instruments.Simulation;

/// <summary>A DUT model and what its inputs are connected to.</summary>
internal sealed class DutConnection(IDutModel model, IReadOnlyDictionary<string, Func<double, double>> inputs)
{
    /// <summary>Something upstream changed.</summary>
    /// <exception cref="SimulationException">The model failed.</exception>
    public void Changed(double time)
    {
        try
        {
            model.Changed(new DutInputs(inputs, time), time);
        }
        catch (Exception e) when (e is not SimulationException)
        {
            throw Failed("after a change of its inputs", time, e);
        }
    }

    /// <summary>What an output is at a time.</summary>
    /// <exception cref="SimulationException">The model failed.</exception>
    public double Output(string port, double time)
    {
        try
        {
            return model.Output(port, new DutInputs(inputs, time), time);
        }
        catch (Exception e) when (e is not SimulationException)
        {
            throw Failed($"when '{port}' was asked for", time, e);
        }
    }

    // A model is anyone's code; where it stops, the simulation says so and goes on with the next command.
    private SimulationException Failed(string when, double time, Exception cause) =>
        new($"The DUT model {model.GetType().Name} failed {when}, at {time:0.######} s: {cause.Message}", cause);
}
