namespace LabTest.Instruments.Simulation.DutModels;

/// <summary>
/// A linear regulator. Inputs: <c>vin</c> (V), <c>demand</c> (A). Outputs: <c>vout</c> (V), <c>iout</c> and <c>iin</c> (A). Below
/// <c>vout</c> plus the dropout it follows its input.
/// </summary>
internal sealed class Ldo : IDutModel
{
    private readonly double _vout;
    private readonly double _dropout;
    private readonly double _resistance;
    private readonly double _line;
    private readonly double _limit;
    private readonly double _quiescent;
    private readonly double _rise;
    private double? _startedAt;

    public Ldo(DutParameters parameters)
    {
        _vout = parameters.Get("vout", 3.3.Volts());
        _dropout = parameters.Get("dropout", 0.25.Volts());
        _resistance = parameters.Get("output_resistance", 0.02.Ohms());
        _line = parameters.Get("line_regulation", 0.001);
        _limit = parameters.Get("current_limit", 0.5.Amperes());
        _quiescent = parameters.Get("quiescent_current", 60e-6.Amperes());
        _rise = parameters.Get("rise_time", 100e-6.Seconds());
    }

    public IReadOnlyList<string> Inputs => ["vin", "demand"];

    public IReadOnlyList<string> Outputs => ["vout", "iout", "iin"];

    public void Changed(DutInputs inputs, double time)
    {
        if (inputs["vin"] <= 0)
            _startedAt = null;
        else
            _startedAt ??= time;
    }

    public double Output(string port, DutInputs inputs, double time)
    {
        if (_startedAt is not { } start || time < start)
            return 0;
        var vin = inputs["vin"];
        var current = Math.Min(inputs["demand"], _limit);
        return port switch
        {
            "vout" => Regulated(vin, inputs["demand"]) * (1 - Math.Exp(-(time - start) * 2.2 / _rise)),
            "iout" => current,
            _ => current + _quiescent,
        };
    }

    private double Regulated(double vin, double demand)
    {
        var regulated = _vout + _line * (vin - _vout - _dropout) - _resistance * Math.Min(demand, _limit);
        var reachable = Math.Max(0, vin - _dropout * Math.Min(1, demand / _limit));
        return demand > _limit ? 0 : Math.Min(regulated, reachable);
    }
}
