namespace LabTest.Instruments.Simulation;

/// <summary>A DUT model and what its inputs are connected to.</summary>
internal sealed class DutConnection(IDutModel model, IReadOnlyDictionary<string, Func<double, double>> inputs)
{
    /// <summary>Something upstream changed.</summary>
    public void Changed(double time) => model.Changed(new DutInputs(inputs, time), time);

    /// <summary>What an output is at a time.</summary>
    public double Output(string port, double time) => model.Output(port, new DutInputs(inputs, time), time);
}
