namespace LabTest.Recording.Runs;

/// <summary>
/// What measurements belong to: a test, or the run itself. It numbers measurements of one name, sees that a name keeps its dimension, and keeps
/// the worst verdict.
/// </summary>
internal sealed class TestScope(RunRecorder run, TestInfo? test) : IMeasurementScope
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Unit> _units = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly List<string> _marginal = [];

    /// <summary>The test; none for the run itself.</summary>
    public TestInfo? Test { get; } = test;

    /// <summary>The number of its start in the journal; none for the run itself.</summary>
    public long? Number { get; init; }

    /// <summary>The calls of the bench that are under way.</summary>
    public OpenCalls Calls { get; } = new();

    /// <summary>When it began, in real time.</summary>
    public long StartStamp { get; init; }

    /// <summary>The verdict it ended with; null while it is under way.</summary>
    public Verdict? Ended { get; set; }

    /// <summary>Whether what it left beside its measurements is recorded.</summary>
    public bool IsKept { get; set; }

    /// <summary>What came after its end and fails the run; null where nothing did.</summary>
    public string? Late { get; set; }

    /// <summary>The worst of what was said of its measurements.</summary>
    public Verdict Worst { get; private set; }

    /// <summary>What the first assertion that failed said.</summary>
    public string? FirstFailure { get; private set; }

    /// <summary>Where the first assertion that failed stands; null where that is unknown.</summary>
    public SourcePlace? FailedAt { get; private set; }

    /// <summary>What asks for attention: measurements within their limits, but only just.</summary>
    public IReadOnlyList<string> Marginal => _marginal;

    /// <inheritdoc/>
    public DecisionRule Decision => run.Decision;

    /// <summary>Which of several measurements of a name this one is, from 0.</summary>
    /// <exception cref="UnitMismatchException">The name already stands for something of another dimension.</exception>
    public int Next(string name, Unit unit)
    {
        lock (_lock)
        {
            if (_units.TryGetValue(name, out var known) && !known.ConvertsTo(unit))
                throw new UnitMismatchException($"'{name}' was measured in {known.Describe()} and now in {unit.Describe()}; give one of them another name.");
            _units[name] = unit;
            var index = _indices.GetValueOrDefault(name);
            _indices[name] = index + 1;
            Worst = Worst.Worse(Verdict.Recorded);
            return index;
        }
    }

    /// <inheritdoc/>
    public Measurement Record(string name, MeasuredValue value) => run.Record(this, new MeasurementDraft(name, value, run.Now));

    /// <inheritdoc/>
    public void Judged(Measurement measurement, Limit limit, Verdict verdict)
    {
        // What one test measured may be judged by a later one; the verdict is then that one's.
        var judge = Ended is not null && run.CurrentTest() is { Ended: null } current ? current : this;
        judge.Judge(measurement, limit, verdict);
    }

    private void Judge(Measurement measurement, Limit limit, Verdict verdict)
    {
        lock (_lock)
        {
            Worst = Worst.Worse(verdict);
            if (verdict > Verdict.Skipped)
            {
                FirstFailure ??= $"{measurement} is not {limit.Describe()}";
                FailedAt ??= SourcePlace.Here(Test?.File);
            }
            else if (verdict == Verdict.Marginal)
            {
                _marginal.Add($"{measurement} is {limit.Describe()}, but only just");
            }
        }

        run.Judged(this, measurement, limit, verdict);
    }
}
