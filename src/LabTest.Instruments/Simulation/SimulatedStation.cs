using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Simulation;

/// <summary>All simulated instruments of a station, with the wires between them and the device under test.</summary>
/// <param name="clock">The clock they live by.</param>
/// <param name="seed">What their noise is made from.</param>
internal sealed class SimulatedStation(LabClock clock, int seed)
{
    private const int ChangesKept = 64;

    // So many levels of formulas fit on a thread's stack.
    private const int MostWires = 256;

    private readonly Dictionary<string, SimulatedInstrument> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<(SimulatedInstrument Instrument, int Channel, string Port), Func<double, double>> _drivers = [];
    private readonly Dictionary<(Func<double, double> Driver, double Time), double> _driven = [];
    private readonly Queue<double> _changes = new();
    private DutConnection? _dut;
    private int _nesting;

    public int Seed { get; } = seed;

    /// <summary>Seconds since the start.</summary>
    public double Now => clock.Seconds;

    /// <summary>Held while any of the instruments is asked: they see one another.</summary>
    public Lock Gate { get; } = new();

    public IReadOnlyDictionary<string, SimulatedInstrument> Instruments => _instruments;

    public SimulatedInstrument Add(string alias, InstrumentModel model, SimulatedInstrumentOptions options)
    {
        var instrument = new SimulatedInstrument(alias, model, this, options);
        _instruments.Add(alias, instrument);
        return instrument;
    }

    /// <summary>Lets something drive an input.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="channel">Its channel, from 0; -1 for all.</param>
    /// <param name="port">The input.</param>
    /// <param name="driver">The value at a time.</param>
    public void Drive(SimulatedInstrument instrument, int channel, string port, Func<double, double> driver)
    {
        foreach (var each in channel >= 0 ? [channel] : Enumerable.Range(0, Math.Max(1, instrument.Model.Channels.Count)))
            _drivers[(instrument, each, port)] = driver;
    }

    public void Connect(DutConnection dut) => _dut = dut;

    /// <summary>What drives an input at a time.</summary>
    /// <exception cref="SimulationException">It goes through too many wires.</exception>
    public double Port(SimulatedInstrument instrument, int channel, string port, double time)
    {
        if (!_drivers.TryGetValue((instrument, channel, port), out var driver))
            return instrument.Model.Simulation.Ports[port];
        // A formula that names an input twice would ask it twice at every wire of a chain; what was found on the way is kept until the first has its value.
        if (_driven.TryGetValue((driver, time), out var known))
            return known;
        if (_nesting >= MostWires)
            throw new SimulationException($"What drives '{port}' of '{instrument.Alias}' comes through more than {MostWires} wires. Take one away.");
        _nesting++;
        try
        {
            return _driven[(driver, time)] = driver(time);
        }
        finally
        {
            if (--_nesting == 0)
                _driven.Clear();
        }
    }

    /// <summary>The times of the last changes that are not before a time, in order; that time itself first.</summary>
    public IReadOnlyList<double> ChangesSince(double time) => [time, .. _changes.Where(c => c > time)];

    /// <summary>Some instrument was set: the device under test sees its inputs change.</summary>
    public void Changed()
    {
        if (_changes.Count == ChangesKept)
            _changes.Dequeue();
        _changes.Enqueue(Now);
        _dut?.Changed(Now);
    }

    /// <summary>Asks every input once, so that a wiring that comes back to itself is found before the first measurement.</summary>
    /// <exception cref="SimulationException">The wiring comes back to itself.</exception>
    public void Probe()
    {
        lock (Gate)
        {
            _dut?.Changed(Now);
            foreach (var driver in _drivers.Values)
                driver(Now);
        }
    }
}
