using LabTest.Instruments.Drivers;
using LabTest.Units;

namespace LabTest.Recording;

/// <summary>Repeated readings of one parameter: their mean and its scatter (Welford's recurrence).</summary>
internal struct Readings
{
    private int _count;
    private bool _isNone;
    private double _mean;
    private double _squares;
    private double _largest;
    private Unit? _unit;

    /// <summary>When the last one arrived.</summary>
    public Instant Time { get; private set; }

    /// <summary>The reading itself, where it is a flag or a text and cannot be averaged; the last one counts.</summary>
    public MeasuredValue? Single { get; private set; }

    /// <summary>The mean; NaN where one of several is not a valid value.</summary>
    public readonly Quantity Mean => new(_isNone && _count > 1 ? double.NaN : _mean, _unit ?? Unit.One, _count > 1 ? RoundingBounds.OfMany(3 * _count, _largest) : 0);

    public void Add(Reading reading)
    {
        Time = reading.Time;
        switch (reading.Value.Kind)
        {
            case ParameterValueKind.Flag:
                Single = new FlagValue(reading.Value.Flag);
                return;
            case ParameterValueKind.Text:
                Single = new TextValue(reading.Value.Text!);
                return;
        }

        _unit ??= reading.Value.Quantity.Unit;
        var value = reading.Value.Quantity.In(_unit);
        _count++;
        _isNone |= NoValue.Is(reading.Value.Quantity);
        _largest = Math.Max(_largest, Math.Abs(value));
        var delta = value - _mean;
        _mean += delta / _count;
        _squares += delta * (value - _mean);
    }

    /// <summary>The instrument's standard uncertainty joined with that of the mean (GUM, JCGM 100:2008, sections 4.2.3 and 5.1.2).</summary>
    public readonly Quantity UncertaintyWith(Quantity instrument)
    {
        var scatter = _count > 1 ? _squares / (_count - 1) / _count : 0;
        var own = instrument.DifferenceIn(Mean.Unit);
        return Quantity.OfDifference(Math.Sqrt(own * own + scatter), Mean.Unit);
    }
}
