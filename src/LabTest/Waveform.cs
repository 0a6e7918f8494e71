using LabTest.Units;

namespace LabTest;

/// <summary>
/// A one-dimensional trace: samples at a constant interval. What is measured of it follows IEEE Std 181-2011 (transitions, pulses and
/// related waveforms): state levels from the modes of the histogram, and reference levels at 10 %, 50 % and 90 %.
/// </summary>
/// <remarks>Of a trace without samples, or with one that has no valid value (NaN, infinite, or SCPI's 9.9E37 and 9.91E37), every measure is NaN.</remarks>
/// <param name="samples">The values, shape (n), in <paramref name="unit"/>.</param>
/// <param name="unit">What a sample counts.</param>
/// <param name="interval">The time (or other axis) between two samples.</param>
/// <param name="start">Where the first sample lies on that axis; 0 is the trigger.</param>
public sealed partial class Waveform(ReadOnlyMemory<double> samples, Unit unit, Quantity interval, Quantity start)
{
    private bool? _isValid;

    /// <summary>The values, shape (n), in <see cref="Unit"/>.</summary>
    public ReadOnlyMemory<double> Samples { get; } = samples;

    /// <summary>What a sample counts.</summary>
    public Unit Unit { get; } = unit ?? throw new ArgumentNullException(nameof(unit));

    /// <summary>The distance between two samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero and finite.</exception>
    public Quantity Interval { get; } = interval.Value is > 0 and < double.PositiveInfinity
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), interval, "A waveform needs a finite interval above zero between its samples.");

    /// <summary>Where the first sample lies; 0 is the trigger.</summary>
    public Quantity Start { get; } = start;

    /// <summary>When it was taken.</summary>
    public Instant Time { get; init; }

    /// <summary>The path it was read from.</summary>
    public string? Source { get; init; }

    /// <summary>From the first sample to the last.</summary>
    public Quantity Duration => new(Interval.Value * Math.Max(0, Samples.Length - 1), Interval.Unit);

    /// <summary>The mean of all samples.</summary>
    public Quantity Mean() => Of(Average(), Unit, RoundingBounds.OfMany(Samples.Length, Math.Max(Math.Abs(Lowest()), Math.Abs(Highest()))));

    /// <summary>The root mean square of all samples, in the unit's rms kind (such as <c>Vrms</c>).</summary>
    public Quantity Rms()
    {
        var sum = 0.0;
        foreach (var sample in Samples.Span)
            sum += sample * sample;
        return Of(Math.Sqrt(sum / Samples.Length), Kind("rms"));
    }

    /// <summary>The root mean square of the samples about their mean (the AC part), in the unit's rms kind.</summary>
    public Quantity AcRms()
    {
        var mean = Average();
        var sum = 0.0;
        foreach (var sample in Samples.Span)
            sum += (sample - mean) * (sample - mean);
        return Of(Math.Sqrt(sum / Samples.Length), Kind("rms"));
    }

    /// <summary>The difference between the highest and the lowest sample, in the unit's peak-to-peak kind (such as <c>Vpp</c>).</summary>
    public Quantity PeakToPeak() => Of(Highest() - Lowest(), Kind("pp"), RoundingBounds.OfSum(Highest(), 0, Lowest(), 0, Highest() - Lowest()));

    /// <summary>The lowest sample.</summary>
    public Quantity Minimum() => In(Lowest());

    /// <summary>The highest sample.</summary>
    public Quantity Maximum() => In(Highest());

    /// <summary>The part between two places on the axis, both included.</summary>
    /// <exception cref="ArgumentException">No sample lies there.</exception>
    public Waveform Between(Quantity from, Quantity to)
    {
        var axis = Interval.Unit;
        var first = (int)Math.Clamp(Math.Ceiling((from.In(axis) - Start.In(axis)) / Interval.Value - 1e-9), 0, Samples.Length);
        var last = (int)Math.Clamp(Math.Floor((to.In(axis) - Start.In(axis)) / Interval.Value + 1e-9), -1, Samples.Length - 1);
        if (last < first)
            throw new ArgumentException($"The waveform reaches from {Start} to {Start + Duration}; no sample lies between {from} and {to}.", nameof(from));
        return new Waveform(Samples[first..(last + 1)], Unit, Interval, new Quantity(Start.In(axis) + first * Interval.Value, axis)) { Time = Time, Source = Source };
    }

    // Whether every sample has a valid value. One that has none may have been anything, and so may what is measured of the trace.
    private bool IsValid => _isValid ??= Validate(Samples.Span);

    private static bool Validate(ReadOnlySpan<double> samples)
    {
        foreach (var sample in samples)
        {
            if (NoValue.Is(sample))
                return false;
        }

        return !samples.IsEmpty;
    }

    private Quantity In(double value) => Of(value, Unit);

    private Quantity OnAxis(double samples) => Of(samples * Interval.Value, Interval.Unit);

    private Quantity Of(double measure, Unit unit, double rounding = 0) => new(IsValid ? measure : double.NaN, unit, rounding);

    private Unit Kind(string suffix) => Unit.Kind == UnitKind.Plain && Unit.TryParse(Unit.Symbol + suffix, out var kind) ? kind : Unit;

    private double Average()
    {
        var sum = 0.0;
        foreach (var sample in Samples.Span)
            sum += sample;
        return sum / Samples.Length;
    }

    private double Lowest()
    {
        var lowest = Samples.IsEmpty ? double.NaN : double.PositiveInfinity;
        foreach (var sample in Samples.Span)
            lowest = Math.Min(lowest, sample);
        return lowest;
    }

    private double Highest()
    {
        var highest = Samples.IsEmpty ? double.NaN : double.NegativeInfinity;
        foreach (var sample in Samples.Span)
            highest = Math.Max(highest, sample);
        return highest;
    }
}
