namespace LabTest.Hdf5.Writer;

/// <summary>
/// Random work on a file that shows whether any of it was lost or torn: every dataset counts up from 0, in a way that its name tells,
/// and attributes named "version" never get smaller.
/// </summary>
internal sealed class Workload(Hdf5File file, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<Growing> _datasets = [];
    private readonly List<(Hdf5Group Group, string Path)> _groups = [(file.Root, "")];
    private readonly Dictionary<string, long> _state = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>What must be there at least: rows of datasets, values of attributes, 1 for anything that just has to exist.</summary>
    public IReadOnlyDictionary<string, long> State => _state;

    public void Step()
    {
        switch (_random.Next(20))
        {
            case 0:
                AddGroup();
                break;
            case 1 or 2:
                AddDataset();
                break;
            case 3:
                SetVersion();
                break;
            case 4 when _random.Next(6) == 0:
                AddMany();
                break;
            default:
                if (_datasets.Count == 0)
                    AddDataset();
                Append(_datasets[_random.Next(_datasets.Count)]);
                break;
        }
    }

    private void AddGroup()
    {
        var (parent, path) = _groups[_random.Next(_groups.Count)];
        var name = $"g{_groups.Count}";
        var group = parent.CreateGroup(name);
        group.Attributes.Set("NX_class", "NXcollection");
        group.Attributes.Set("axes", new[] { "time", "value" });
        _groups.Add((group, $"{path}/{name}"));
        _state[$"{path}/{name}"] = 1;
    }

    private void AddDataset()
    {
        var (group, path) = _groups[_random.Next(_groups.Count)];
        var kind = "pcznbsx"[_random.Next(7)];
        var name = $"{kind}{_datasets.Count}";
        if (kind == 'x')
        {
            var length = _random.Next(1, 3000);
            group.CreateDataset(name, Enumerable.Range(0, length).Select(i => (long)i).ToArray());
            _datasets.Add(_datasets.Count > 0 ? _datasets[0] : new Growing($"{path}/none", 1, _ => { }));
            _state[$"{path}/{name}"] = length;
            return;
        }

        _datasets.Add(Growing.Make(group, $"{path}/{name}", name, kind));
        _state[$"{path}/{name}"] = 0;
    }

    private void Append(Growing dataset)
    {
        if (!_state.TryGetValue(dataset.Path, out var rows))
            return;
        var count = _random.Next(4) == 0 ? _random.Next(1, 3000) : _random.Next(1, 40);
        dataset.Append(Enumerable.Range(0, count * dataset.RowElements).Select(i => rows * dataset.RowElements + i).ToArray());
        _state[dataset.Path] = rows + count;
    }

    private void SetVersion()
    {
        var (group, path) = _groups[_random.Next(_groups.Count)];
        group.Attributes.Set("version", ++_version);
        _state[$"{path}/@version"] = _version;
    }

    private void AddMany()
    {
        var (group, path) = _groups[_random.Next(_groups.Count)];
        var start = _state.GetValueOrDefault($"{path}/many");
        var many = group.GetOrCreateGroup("many");
        var count = _random.Next(1, 60);
        for (var i = 0; i < count; i++)
        {
            many.LinkSoft($"link {start + i}", $"/target/{start + i}");
            many.Attributes.Set($"attribute {start + i}", $"value {start + i}");
        }

        _state[$"{path}/many"] = start + count;
    }

    private sealed record Growing(string Path, int RowElements, Action<long[]> Append)
    {
        public static Growing Make(Hdf5Group group, string path, string name, char kind)
        {
            switch (kind)
            {
                case 's':
                    var texts = group.CreateDataset<string>(name, Hdf5Shape.Rows(), new() { Chunk = [300] });
                    return new Growing(path, 1, rows => texts.Append(Array.ConvertAll(rows, i => $"row {i} {new string('x', (int)(i % 50))}")));
                case 'n':
                    var boxes = group.CreateDataset<long>(name, Hdf5Shape.Rows(5, 7), new() { Chunk = [10, 3, 4] });
                    return new Growing(path, 35, rows => boxes.Append(rows));
                case 'b':
                    var tree = group.CreateDataset<long>(name, Hdf5Shape.Extensible([0, 6], [Hdf5Shape.Unlimited, Hdf5Shape.Unlimited]), new() { Chunk = [16, 4] });
                    return new Growing(path, 6, rows => tree.Append(rows));
                default:
                    var options = new Hdf5DatasetOptions<long>
                    {
                        Chunk = [kind == 'p' ? 200 : 1500],
                        Filters = kind == 'z' ? Hdf5Filters.Compressed() with { Fletcher32 = true } : Hdf5Filters.None,
                    };
                    var plain = group.CreateDataset(name, Hdf5Shape.Rows(), options);
                    return new Growing(path, 1, rows => plain.Append(rows));
            }
        }
    }
}
