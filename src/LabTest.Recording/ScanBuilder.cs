using LabTest.Data;
using LabTest.Engine.Plans;
using LabTest.Recording.Runs;

namespace LabTest.Recording;

/// <summary>A scan that is being described; <see cref="Run"/> does it.</summary>
public sealed class ScanBuilder
{
    private readonly BenchCore _core;
    private readonly ScanPlan _plan;
    private readonly ScanBuilder _first;

    internal ScanBuilder(BenchCore core, string name, string path, IReadOnlyList<Quantity> points)
    {
        _core = core;
        _plan = new ScanPlan(name, path, points, []);
        _first = this;
        core.Scope.Calls.Track(this);
    }

    private ScanBuilder(ScanBuilder before, ScanPlan plan)
    {
        _core = before._core;
        _plan = plan;
        _first = before._first;
    }

    /// <summary>Whether it, or what was made from it, was told to run.</summary>
    internal bool IsRun { get; private set; }

    /// <summary>Reads these parameters at every point.</summary>
    public ScanBuilder Read(params string[] paths) => new(this, _plan with { Reads = [.. _plan.Reads, .. paths] });

    /// <summary>Waits so long after every move.</summary>
    public ScanBuilder Settle(Quantity time) => new(this, _plan with { Settle = Waits.Of(time) });

    /// <summary>Leaves the parameter at its last value.</summary>
    public ScanBuilder StayAtEnd() => new(this, _plan with { Restores = false });

    /// <summary>Does the scan.</summary>
    /// <returns>A row a point: the parameter that was set, what was read, and the time; columns are named by path.</returns>
    /// <exception cref="BoundViolationException">A set-point is not allowed; nothing was moved.</exception>
    /// <exception cref="InvalidOperationException">Nothing is read at its points.</exception>
    public Step<Table> Run()
    {
        _first.IsRun = true;
        return _plan.Reads.Count == 0
            ? throw new InvalidOperationException($"The scan '{_plan.Name}' reads nothing at its points; name what with Read(...).")
            : _core.Scope.Calls.Track(new Step<Table>(RunCore(), "Scan", _plan.Name));
    }

    /// <summary>As it is written: <c>Scan("load")</c>.</summary>
    public override string ToString() => $"Scan(\"{_plan.Name}\")";

    private async Task<Table> RunCore()
    {
        var recorded = new RecordedTable(_core.Run, _core.Scope, _plan.Name, _core.UncertaintyOf);
        await _core.Engine.Run(_plan, recorded, _core.Token()).ConfigureAwait(false);
        return recorded.ToTable();
    }
}
