using LabTest.Recording.Assertions;
using LabTest.Recording.Runs;

namespace LabTest.Recording;

/// <summary>A measurement that is under way: await it, or assert on it and await that.</summary>
public sealed class Measuring : Step<Measurement>
{
    private readonly string _name;
    private readonly OpenCalls _calls;

    internal Measuring(Task<Measurement> measurement, string name, OpenCalls calls)
        : base(measurement, nameof(Bench.Measure), name)
    {
        _name = name;
        _calls = calls;
    }

    /// <summary>Asserts on the measurement once it is there; the assertion is what has to be awaited then. A measurement that fails has to be seen all the same.</summary>
    public MeasuringAssertions Should()
    {
        GiveAsTask();
        return new(this);
    }

    /// <summary>An assertion on the measurement, as a step of its own.</summary>
    internal Step<Measurement> With(Task<Measurement> assertion) => _calls.Track(new Step<Measurement>(assertion, nameof(Bench.Measure), _name));
}
