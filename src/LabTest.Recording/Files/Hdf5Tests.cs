using LabTest.Hdf5;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;
using LabTest.Recording.Tables;

namespace LabTest.Recording.Files;

/// <summary>
/// The groups /tests/… of data.h5: of each test its identity and verdict, its scalars by name, and links to its waveforms and tables. A group
/// appears when its test ends.
/// </summary>
internal sealed class Hdf5Tests(Hdf5File file)
{
    private const int Chunk = 4096;
    private static readonly string[] OwnAttributes = ["NX_class", "id", "name", "started", "attempt", "conditions", "verdict", "duration_s", "duration_real_s", "message"];

    private readonly Dictionary<long, OpenTest> _open = [];
    private readonly Dictionary<long, Hdf5Group> _done = [];
    private readonly Hdf5Names _names = new();

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
                Finish(open, finished);
                break;
            case TestFinished again when _done.TryGetValue(again.Test, out var done):
                End(done, again);
                break;
        }
    }

    private void Finish(OpenTest open, TestFinished finished)
    {
        var group = GroupOf(open);
        _done[finished.Test] = group;
        foreach (var values in open.Scalars)
            Append(open, values.Key, values.Value);
        foreach (var (name, dataset) in open.Links)
            group.LinkSoft(name, dataset);
        group.Attributes.Set("duration_s", Math.Max(0, (finished.Time - open.Started.Time) / 1e9));
        End(group, finished);
    }

    private static void End(Hdf5Group group, TestFinished finished)
    {
        group.Says("verdict", finished.Verdict.ToString()).Says("message", finished.Message);
        group.Attributes.Set("duration_real_s", finished.Duration);
    }

    private void Take(OpenTest open, MeasurementTaken taken)
    {
        if (taken.Dataset is { } dataset)
        {
            open.Links.Add((open.Names.Free(taken.Name), dataset));
            return;
        }

        if (taken.Value is not { } value)
            return;
        if (!open.Scalars.TryGetValue(taken.Name, out var values))
            open.Scalars.Add(taken.Name, values = new Scalars(open.Names.Free(taken.Name), Unit.Parse(taken.Unit)));
        values.Add(new Quantity(value, Unit.Parse(taken.Unit)).In(values.Unit));
        if (values.Waiting.Count >= Chunk)
            Append(open, taken.Name, values);
    }

    private void Append(OpenTest open, string name, Scalars values)
    {
        var group = GroupOf(open);
        var numbers = values.Waiting.ToArray();
        values.Waiting.Clear();
        if (values.Dataset is null && numbers.Length < Chunk)
            Describe(group.CreateDataset(values.Name, numbers), name, values);
        else if (numbers.Length > 0)
            (values.Dataset ??= Describe(group.CreateDataset<double>(values.Name, Hdf5Shape.Rows(), new Hdf5DatasetOptions<double> { Chunk = [Chunk] }), name, values)).Append(numbers);
    }

    private static Hdf5Dataset<double> Describe(Hdf5Dataset<double> dataset, string name, Scalars values) =>
        dataset.Units(values.Unit.Symbol).Says("name", values.Name == name ? null : name);

    private Hdf5Group GroupOf(OpenTest open)
    {
        if (open.Group is { } made)
            return made;
        var started = open.Started;
        file.Root.GetOrCreateGroup("tests").Class("NXcollection");
        var group = file.Root.CreateGroup($"tests/{_names.Free($"{started.Class[(started.Class.LastIndexOf('.') + 1)..]}.{started.Name}")}").Class("NXcollection");
        open.Group = group;
        group.Says("id", started.Id).Says("name", TestNames.Sentence(started.Name)).Says("started", new Instant(started.Time).ToString());
        group.Attributes.Set("attempt", started.Attempt);
        if (started.Conditions.Count == 0)
            return group;
        var names = new Hdf5Names(OwnAttributes);
        var conditions = started.Conditions.Select(c => (c.Name, Value: c.ToString())).ToArray();
        foreach (var (name, value) in conditions)
            group.Says(names.Free(name), value);
        group.Attributes.Set("conditions", conditions.Select(c => Hdf5Names.Text($"{c.Name} = {c.Value}")).ToArray());
        return group;
    }

    private sealed class OpenTest(TestStarted started)
    {
        public TestStarted Started { get; } = started;

        public Hdf5Names Names { get; } = new();

        public Dictionary<string, Scalars> Scalars { get; } = new(StringComparer.Ordinal);

        public List<(string Name, string Dataset)> Links { get; } = [];

        public Hdf5Group? Group { get; set; }
    }

    private sealed class Scalars(string name, Unit unit)
    {
        public string Name { get; } = name;

        public Unit Unit { get; } = unit;

        public List<double> Waiting { get; } = [];

        public Hdf5Dataset<double>? Dataset { get; set; }

        public void Add(double value) => Waiting.Add(value);
    }
}
