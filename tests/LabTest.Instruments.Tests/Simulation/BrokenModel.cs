using LabTest.Instruments.Simulation;

namespace LabTest.Instruments.Tests.Simulation;

/// <summary>A DUT model that fails as soon as its input is above 1 V.</summary>
public sealed class BrokenModel(DutParameters parameters) : IDutModel
{
    private readonly double _gain = parameters.Get("gain", 1.0);

    public IReadOnlyList<string> Inputs => ["vin"];

    public IReadOnlyList<string> Outputs => ["vout"];

    public void Changed(DutInputs inputs, double time)
    {
    }

    public double Output(string port, DutInputs inputs, double time) =>
        inputs["vin"] <= 1 ? _gain * inputs["vin"] : throw new InvalidOperationException("too\nmuch \"vin\"");
}
