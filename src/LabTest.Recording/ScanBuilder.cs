using LabTest.Data;
using LabTest.Engine.Plans;
using LabTest.Recording.Runs;

namespace LabTest.Recording;

/// <summary>A scan that is being described; <see cref="Run"/> does it.</summary>
public sealed class ScanBuilder
{
    private readonly BenchCore _core;
    private readonly ScanPlan _plan;

    internal ScanBuilder(BenchCore core, string name, string path, IReadOnlyList<Quantity> points)
        : this(core, new ScanPlan(name, path, points, []))
    {
    }

    private ScanBuilder(BenchCore core, ScanPlan plan)
    {
        _core = core;
        _plan = plan;
    }

    /// <summary>Reads these parameters at every point.</summary>
    public ScanBuilder Read(params string[] paths) => new(_core, _plan with { Reads = [.. _plan.Reads, .. paths] });

    /// <summary>Waits so long after every move.</summary>
    public ScanBuilder Settle(Quantity time) => new(_core, _plan with { Settle = Waits.Of(time) });

    /// <summary>Leaves the parameter at its last value.</summary>
    public ScanBuilder StayAtEnd() => new(_core, _plan with { Restores = false });

    /// <summary>Does the scan.</summary>
    /// <returns>A row a point: the parameter that was set, what was read, and the time; columns are named by path.</returns>
    /// <exception cref="BoundViolationException">A set-point is not allowed; nothing was moved.</exception>
    /// <exception cref="InvalidOperationException">Nothing is read at its points.</exception>
    public Step<Table> Run() => _plan.Reads.Count == 0
        ? throw new InvalidOperationException($"The scan '{_plan.Name}' reads nothing at its points; name what with Read(...).")
        : _core.Scope.Calls.Track(new Step<Table>(RunCore(), "Scan", _plan.Name));

    private async Task<Table> RunCore()
    {
        var recorded = new RecordedTable(_core.Run, _core.Scope, _plan.Name, _core.UncertaintyOf);
        await _core.Engine.Run(_plan, recorded, _core.Token()).ConfigureAwait(false);
        return recorded.ToTable();
    }
}
