namespace LabTest.Instruments.Simulation;

/// <summary>What a DUT model sees at its inputs.</summary>
public readonly struct DutInputs
{
    private readonly IReadOnlyDictionary<string, Func<double, double>> _inputs;
    private readonly double _time;

    internal DutInputs(IReadOnlyDictionary<string, Func<double, double>> inputs, double time)
    {
        _inputs = inputs;
        _time = time;
    }

    /// <summary>The value of an input, in the base unit of what is connected; 0 for an input that nothing is connected to.</summary>
    public double this[string port] => _inputs.TryGetValue(port, out var input) ? input(_time) : 0;
}
