namespace LabTest.Instruments.Simulation.DutModels;

/// <summary>
/// A buck converter with soft start, as a hardware team finds it on its bench: set voltage, line and load regulation, ripple, losses,
/// a current limit, and an overshoot at start-up. Inputs: <c>vin</c> (V), <c>demand</c> (A), what the load would draw. Outputs:
/// <c>vout</c> (V) with its ripple, <c>vout_dc</c> (V) as a slow instrument averages it, <c>iout</c> and <c>iin</c> (A).
/// </summary>
internal sealed class BuckConverter : IDutModel
{
    private readonly double _vout;
    private readonly double _resistance;
    private readonly double _line;
    private readonly double _nominal;
    private readonly double _lockout;
    private readonly double _limit;
    private readonly double _ripple;
    private readonly double _frequency;
    private readonly double _rise;
    private readonly double _overshoot;
    private readonly double _startDelay;
    private readonly double _quiescent;
    private readonly double _switchResistance;
    private readonly double _switchingLoss;
    private double? _startedAt;

    public BuckConverter(DutParameters parameters)
    {
        _vout = parameters.Get("vout", 3.3.Volts());
        _resistance = parameters.Get("output_resistance", 15.Milliohms().To("Ω"));
        _line = parameters.Get("line_regulation", 0.002);
        _nominal = parameters.Get("nominal_vin", 5.Volts());
        _lockout = parameters.Get("undervoltage_lockout", 4.Volts());
        _limit = parameters.Get("current_limit", 1.5.Amperes());
        _ripple = parameters.Get("ripple", 0.018.VoltsPeakToPeak());
        _frequency = parameters.Get("switching_frequency", 500e3.Hertz());
        _rise = parameters.Get("rise_time", 400e-6.Seconds());
        _overshoot = parameters.Get("overshoot", 2.Percent()) / 100;
        _startDelay = parameters.Get("start_delay", 200e-6.Seconds());
        _quiescent = parameters.Get("quiescent_current", 0.002.Amperes());
        _switchResistance = parameters.Get("switch_resistance", 0.12.Ohms());
        _switchingLoss = parameters.Get("switching_loss", 0.02.Watts());
    }

    public IReadOnlyList<string> Inputs => ["vin", "demand"];

    public IReadOnlyList<string> Outputs => ["vout", "vout_dc", "iout", "iin"];

    public void Changed(DutInputs inputs, double time)
    {
        if (inputs["vin"] < _lockout)
            _startedAt = null;
        else
            _startedAt ??= time;
    }

    public double Output(string port, DutInputs inputs, double time) => port switch
    {
        "vout" => Voltage(inputs, time) + RippleAt(inputs, time),
        "vout_dc" => Voltage(inputs, time),
        "iout" => Current(inputs, time),
        _ => InputCurrent(inputs, time),
    };

    private double Voltage(DutInputs inputs, double time) => Math.Max(0, Steady(inputs)) * StartUp(time);

    private double RippleAt(DutInputs inputs, double time) =>
        Voltage(inputs, time) > 0 ? _ripple / 2 * Math.Sin(2 * Math.PI * _frequency * time) : 0;

    private double Current(DutInputs inputs, double time)
    {
        if (StartUp(time) <= 0 || Steady(inputs) <= 0)
            return 0;
        return Math.Min(inputs["demand"], _limit);
    }

    private double InputCurrent(DutInputs inputs, double time)
    {
        var vin = inputs["vin"];
        if (vin <= 0 || _startedAt is null)
            return 0;
        var current = Current(inputs, time);
        var power = Math.Max(0, Steady(inputs)) * StartUp(time) * current;
        return _quiescent + (power + _switchResistance * current * current + (current > 0 ? _switchingLoss : 0)) / vin;
    }

    // Beyond its limit the converter gives a constant current, and a load that asks for more pulls the output down.
    private double Steady(DutInputs inputs)
    {
        if (_startedAt is null)
            return 0;
        var demand = inputs["demand"];
        var regulated = _vout * (1 + _line * (inputs["vin"] - _nominal)) - _resistance * Math.Min(demand, _limit);
        return demand <= _limit ? regulated : Math.Max(0, regulated * (1 - (demand - _limit) / (0.1 * _limit)));
    }

    // A second-order step: its damping gives the overshoot (exp(-πζ/√(1-ζ²))), its frequency the 10 % to 90 % rise.
    private double StartUp(double time)
    {
        if (_startedAt is not { } start || time - start <= _startDelay)
            return 0;
        var since = time - start - _startDelay;
        var decrement = Math.Log(Math.Clamp(_overshoot, 1e-4, 0.9));
        var damping = -decrement / Math.Sqrt(Math.PI * Math.PI + decrement * decrement);
        var omega = (1 + 1.1 * damping + 1.4 * damping * damping) / _rise;
        var damped = Math.Sqrt(1 - damping * damping);
        return 1 - Math.Exp(-damping * omega * since) / damped * Math.Sin(omega * damped * since + Math.Acos(damping));
    }
}
