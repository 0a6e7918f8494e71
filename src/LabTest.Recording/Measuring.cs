using System.Runtime.CompilerServices;
using LabTest.Recording.Assertions;
using LabTest.Recording.Runs;

namespace LabTest.Recording;

/// <summary>A measurement that is under way: await it, or assert on it and await that.</summary>
public readonly struct Measuring
{
    private readonly Task<Measurement> _measurement;
    private readonly string _name;
    private readonly OpenCalls _calls;

    internal Measuring(Task<Measurement> measurement, string name, OpenCalls calls)
    {
        _name = name;
        _measurement = measurement;
        _calls = calls;
    }

    /// <summary>Awaits the measurement.</summary>
    public TaskAwaiter<Measurement> GetAwaiter() => _measurement.GetAwaiter();

    /// <summary>The measurement as a task, to wait for several at once.</summary>
    public Task<Measurement> AsTask() => _measurement;

    /// <summary>Asserts on the measurement once it is there.</summary>
    public MeasuringAssertions Should() => new(this);

    /// <summary>Remembers an assertion on the measurement until it is complete, as the measurement itself is.</summary>
    internal Task<Measurement> Tracked(Task<Measurement> use) => _calls.Track(use, nameof(Bench.Measure), _name);
}
