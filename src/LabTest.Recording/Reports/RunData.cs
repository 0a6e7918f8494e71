using LabTest.Hdf5;
using LabTest.Recording.Reports.Plots;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports;

/// <summary>The numbers of a run that are not in its journal, read from data.h5 where it is there and whole.</summary>
internal sealed class RunData : IDisposable
{
    private const int RowsAtOnce = 1 << 16;

    private readonly Hdf5File? _file;

    private RunData(Hdf5File? file, string? problem)
    {
        _file = file;
        Problem = problem;
    }

    /// <summary>Why there are no numbers; none where there are.</summary>
    public string? Problem { get; }

    public static RunData Open(RunFolder folder)
    {
        if (!File.Exists(folder.Data))
            return new RunData(file: null, "There is no data.h5 beside this report; 'labtest recover' makes it from the journal.");
        try
        {
            return new RunData(Hdf5File.OpenRead(folder.Data), problem: null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new RunData(file: null, e.Message);
        }
    }

    /// <summary>The numbers at a path, as few as a plot needs; none where they are not there or cannot be read.</summary>
    /// <param name="path">A dataset, or a group whose dataset <c>value</c> is meant.</param>
    /// <param name="buckets">In how many places it is drawn at most.</param>
    public ReducedTrace? Trace(string path, int buckets = ReducedTrace.Buckets)
    {
        try
        {
            return Dataset(path) is { } dataset ? Reduce(dataset, buckets) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>The first rows of the columns of a table; none where it is not there or cannot be read.</summary>
    public IReadOnlyList<(string Name, string Unit, double[] Values)>? Columns(string path, int most)
    {
        try
        {
            return _file?.Root.TryGet(path, out var found) == true && found is Hdf5Group group ? [.. Columns(group, most)] : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    public void Dispose() => _file?.Dispose();

    private Hdf5Dataset? Dataset(string path)
    {
        if (_file?.Root.TryGet(path, out var found) != true)
            return null;
        if (found is Hdf5Group group && !group.TryGet("value", out found))
            return null;
        return found is Hdf5Dataset { Shape.Rank: 1 } dataset ? dataset : null;
    }

    private static ReducedTrace Reduce(Hdf5Dataset dataset, int buckets)
    {
        var numbers = dataset.As<double>();
        var rows = dataset.Shape.Count;
        var trace = new ReducedTrace(rows, buckets);
        var buffer = new double[Math.Min(rows, RowsAtOnce)];
        for (long at = 0; at < rows; at += buffer.Length)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, rows - at));
            numbers.ReadRows(part, at);
            trace.Add(part);
        }

        return trace;
    }

    private static IEnumerable<(string Name, string Unit, double[] Values)> Columns(Hdf5Group group, int most)
    {
        var names = group.Attributes.Contains("columns") ? group.Attributes.GetArray<string>("columns") : [.. group.Links.Select(l => l.Name)];
        foreach (var name in names)
        {
            if (!group.TryGet(name, out var found) || found is not Hdf5Dataset { Shape.Rank: 1, Type: Hdf5FloatType } dataset)
                continue;
            var values = new double[Math.Min(most, dataset.Shape.Count)];
            dataset.As<double>().ReadRows(values, 0);
            yield return (name, dataset.Attributes.Find("units")?.Read<string>() ?? "", values);
        }
    }
}
