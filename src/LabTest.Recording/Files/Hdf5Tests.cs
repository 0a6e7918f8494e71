using LabTest.Hdf5;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Files;

/// <summary>
/// The groups /tests/… of data.h5: of each test its identity and verdict, its scalars by name, and links to its waveforms and tables. A group
/// appears when its test ends.
/// </summary>
internal sealed class Hdf5Tests(Hdf5File file)
{
    private const int Chunk = 4096;

    private readonly Dictionary<long, OpenTest> _open = [];
    private readonly Dictionary<long, Hdf5Group> _done = [];
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    public void Take(JournalEvent what)
    {
        switch (what)
        {
            case TestStarted started:
                _open[started.Number] = new OpenTest(started);
                break;
            case MeasurementTaken { Test: { } test } taken when _open.TryGetValue(test, out var open):
                Take(open, taken);
                break;
            case TestFinished finished when _open.Remove(finished.Test, out var open):
                var group = GroupOf(open);
                foreach (var values in open.Scalars)
                    Append(open, values.Key, values.Value);
                foreach (var link in open.Links.DistinctBy(l => l.Name))
                    group.LinkSoft(link.Name, link.Dataset);
                _done[finished.Test] = group;
                group.Attributes.Set("duration_s", Math.Max(0, (finished.Time - open.Started.Time) / 1e9));
                End(group, finished);
                break;
            case TestFinished again when _done.TryGetValue(again.Test, out var done):
                End(done, again);
                break;
        }
    }

    private static void End(Hdf5Group group, TestFinished finished)
    {
        group.Attributes.Set("verdict", finished.Verdict.ToString());
        group.Attributes.Set("duration_real_s", finished.Duration);
        if (finished.Message is { } message)
            group.Attributes.Set("message", message);
    }

    private void Take(OpenTest open, MeasurementTaken taken)
    {
        if (taken.Dataset is { } dataset)
        {
            open.Links.Add((NexusMarks.Safe(taken.Name), dataset));
            return;
        }

        if (taken.Value is not { } value)
            return;
        if (!open.Scalars.TryGetValue(taken.Name, out var values))
            open.Scalars.Add(taken.Name, values = new Scalars(Unit.Parse(taken.Unit)));
        values.Add(new Quantity(value, Unit.Parse(taken.Unit)).In(values.Unit));
        if (values.Waiting.Count >= Chunk)
            Append(open, taken.Name, values);
    }

    private void Append(OpenTest open, string name, Scalars values)
    {
        var group = GroupOf(open);
        var safe = NexusMarks.Safe(name);
        if (open.Links.Any(l => l.Name == safe))
            return;
        var numbers = values.Waiting.ToArray();
        values.Waiting.Clear();
        if (values.Dataset is null && numbers.Length < Chunk)
            group.CreateDataset(safe, numbers).Units(values.Unit.Symbol);
        else if (numbers.Length > 0)
            (values.Dataset ??= group.CreateDataset<double>(safe, Hdf5Shape.Rows(), new Hdf5DatasetOptions<double> { Chunk = [Chunk] }).Units(values.Unit.Symbol)).Append(numbers);
    }

    private Hdf5Group GroupOf(OpenTest open)
    {
        if (open.Group is { } made)
            return made;
        var started = open.Started;
        var name = NexusMarks.Safe($"{started.Class[(started.Class.LastIndexOf('.') + 1)..]}.{started.Name}");
        var count = _used[name] = _used.GetValueOrDefault(name) + 1;
        file.Root.GetOrCreateGroup("tests").Class("NXcollection");
        var group = file.Root.CreateGroup($"tests/{(count == 1 ? name : $"{name}_{count}")}").Class("NXcollection");
        group.Attributes.Set("id", started.Id);
        group.Attributes.Set("name", TestNames.Sentence(started.Name));
        group.Attributes.Set("started", new Instant(started.Time).ToString());
        group.Attributes.Set("attempt", started.Attempt);
        foreach (var condition in started.Conditions)
            group.Attributes.Set(condition.Name, condition.ToString());
        return open.Group = group;
    }

    private sealed class OpenTest(TestStarted started)
    {
        public TestStarted Started { get; } = started;

        public Dictionary<string, Scalars> Scalars { get; } = new(StringComparer.Ordinal);

        public List<(string Name, string Dataset)> Links { get; } = [];

        public Hdf5Group? Group { get; set; }
    }

    private sealed class Scalars(Unit unit)
    {
        public Unit Unit { get; } = unit;

        public List<double> Waiting { get; } = [];

        public Hdf5Dataset<double>? Dataset { get; set; }

        public void Add(double value) => Waiting.Add(value);
    }
}
