namespace LabTest.Recording.Reports.Plots;

/// <summary>
/// A trace as a plot needs it: as it is where it is short, else the least and the most of every bucket, in the order they came in, so that no spike
/// is lost however many samples there are.
/// </summary>
/// <param name="rows">How many samples will be added.</param>
/// <param name="buckets">How many buckets at most.</param>
internal sealed class ReducedTrace(long rows, int buckets = ReducedTrace.Buckets)
{
    /// <summary>About one a pixel.</summary>
    public const int Buckets = 1000;

    private readonly double[] _values = new double[rows <= 2L * buckets ? rows : 2L * buckets];
    private long _at;
    private double _least = double.NaN;
    private double _most = double.NaN;
    private bool _mostIsFirst;

    /// <summary>How many samples there were.</summary>
    public long Rows => rows;

    /// <summary>Whether there are fewer values than samples.</summary>
    public bool IsReduced => _values.Length < rows;

    /// <summary>The values: samples, or pairs of the least and the most.</summary>
    public double[] Values => _values;

    /// <summary>How many samples lie between two values.</summary>
    public double Step => IsReduced ? (double)rows / _values.Length : 1;

    public void Add(ReadOnlySpan<double> samples)
    {
        if (!IsReduced)
        {
            samples.CopyTo(_values.AsSpan((int)_at));
            _at += samples.Length;
            return;
        }

        foreach (var sample in samples)
        {
            Add(sample);
            var bucket = _at * buckets / rows;
            if (++_at == rows || _at * buckets / rows != bucket)
                Close((int)bucket);
        }
    }

    private void Add(double sample)
    {
        if (!(sample >= _least) && !double.IsNaN(sample))
        {
            _least = sample;
            _mostIsFirst = true;
        }

        if (!(sample <= _most) && !double.IsNaN(sample))
        {
            _most = sample;
            _mostIsFirst = false;
        }
    }

    private void Close(int bucket)
    {
        (_values[2 * bucket], _values[2 * bucket + 1]) = _mostIsFirst ? (_most, _least) : (_least, _most);
        _least = _most = double.NaN;
    }
}
