using System.Diagnostics.CodeAnalysis;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Datasets;
using LabTest.Hdf5.Groups;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5;

/// <summary>A group: named links to groups, datasets and types.</summary>
public sealed class Hdf5Group : Hdf5Object
{
    private readonly GroupNode _node;

    internal Hdf5Group(GroupNode node, string path)
        : base(node, path) => _node = node;

    /// <summary>The links of the group, in no particular order.</summary>
    public IReadOnlyList<Hdf5Link> Links
    {
        get
        {
            _node.File.CheckOpen();
            lock (_node.File.Structure)
                return [.. _node.Links.All().Select(Describe)];
        }
    }

    /// <summary>An object.</summary>
    /// <param name="path">Its path from here, or from the root where it begins with a slash.</param>
    /// <exception cref="KeyNotFoundException">There is nothing at the path.</exception>
    public Hdf5Object this[string path] => TryGet(path, out var found)
        ? found
        : throw new KeyNotFoundException($"{this} has nothing at the path {path}.");

    /// <summary>Looks for an object.</summary>
    /// <param name="path">Its path from here, or from the root where it begins with a slash.</param>
    /// <param name="found">The object.</param>
    /// <returns>Whether there is one. A soft or external link that leads nowhere counts as nothing.</returns>
    public bool TryGet(string path, [NotNullWhen(true)] out Hdf5Object? found)
    {
        _node.File.CheckOpen();
        found = PathWalk.Find(_node, path) is { } node ? Of(node, PathWalk.Join(Path, path)) : null;
        return found is not null;
    }

    /// <summary>A group.</summary>
    /// <param name="path">Its path from here.</param>
    /// <exception cref="KeyNotFoundException">There is no group at the path.</exception>
    public Hdf5Group Group(string path) => this[path] as Hdf5Group ?? throw new KeyNotFoundException($"{this[path]} is not a group.");

    /// <summary>A dataset.</summary>
    /// <param name="path">Its path from here.</param>
    /// <exception cref="KeyNotFoundException">There is no dataset at the path.</exception>
    public Hdf5Dataset Dataset(string path) => this[path] as Hdf5Dataset ?? throw new KeyNotFoundException($"{this[path]} is not a dataset.");

    /// <summary>A dataset whose elements are taken as a C# type.</summary>
    /// <typeparam name="T">The C# type: the stored one, or one that it converts to.</typeparam>
    /// <param name="path">Its path from here.</param>
    /// <exception cref="KeyNotFoundException">There is no dataset at the path.</exception>
    /// <exception cref="InvalidCastException">The elements cannot be taken as <typeparamref name="T"/>.</exception>
    public Hdf5Dataset<T> Dataset<T>(string path) => Dataset(path).As<T>();

    /// <summary>Makes a group, and the groups on the way to it.</summary>
    /// <param name="path">Its path from here.</param>
    /// <exception cref="ArgumentException">There is something at the path already.</exception>
    public Hdf5Group CreateGroup(string path)
    {
        var file = Writable();
        lock (file.Structure)
        {
            var (parent, name) = Parent(path);
            var group = GroupNode.New(file);
            parent.Links.Add(new LinkEntry(name, null, group));
            return new Hdf5Group(group, PathWalk.Join(Path, path));
        }
    }

    /// <summary>The group at a path; it is made where there is none, with the groups on the way to it.</summary>
    /// <param name="path">Its path from here.</param>
    public Hdf5Group GetOrCreateGroup(string path)
    {
        lock (Writable().Structure)
            return TryGet(path, out var found) ? (found as Hdf5Group ?? throw new ArgumentException($"{found} is not a group.", nameof(path))) : CreateGroup(path);
    }

    /// <summary>Makes a dataset without elements written: rows to be appended, or extents to be written to later.</summary>
    /// <typeparam name="T">The C# type of its elements.</typeparam>
    /// <param name="path">Its path from here; groups on the way are made.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="options">How it is stored.</param>
    public Hdf5Dataset<T> CreateDataset<T>(string path, Hdf5Shape shape, Hdf5DatasetOptions<T>? options = null)
    {
        var file = Writable();
        lock (file.Structure)
        {
            var (parent, name) = Parent(path);
            var node = DatasetFactory.Create(file, shape, options ?? new Hdf5DatasetOptions<T>());
            parent.Links.Add(new LinkEntry(name, null, node));
            return new Hdf5Dataset(node, PathWalk.Join(Path, path)).As<T>();
        }
    }

    /// <summary>Makes a dataset with its elements.</summary>
    /// <typeparam name="T">The C# type of its elements.</typeparam>
    /// <param name="path">Its path from here; groups on the way are made.</param>
    /// <param name="elements">The elements, in the order of rows.</param>
    /// <param name="shape">Its extents; without, one dimension of as many elements as are given.</param>
    /// <param name="options">How it is stored.</param>
    public Hdf5Dataset<T> CreateDataset<T>(string path, ReadOnlySpan<T> elements, Hdf5Shape? shape = null, Hdf5DatasetOptions<T>? options = null)
    {
        var dataset = CreateDataset(path, shape ?? Hdf5Shape.Fixed(elements.Length), options);
        if (elements.Length > 0 || dataset.Shape.Count > 0)
            dataset.Write(elements);
        return dataset;
    }

    /// <summary>Makes a dataset with its elements.</summary>
    /// <typeparam name="T">The C# type of its elements.</typeparam>
    /// <param name="path">Its path from here; groups on the way are made.</param>
    /// <param name="elements">The elements, in the order of rows.</param>
    /// <param name="shape">Its extents; without, one dimension of as many elements as are given.</param>
    /// <param name="options">How it is stored.</param>
    public Hdf5Dataset<T> CreateDataset<T>(string path, T[] elements, Hdf5Shape? shape = null, Hdf5DatasetOptions<T>? options = null) =>
        CreateDataset(path, elements.AsSpan(), shape, options);

    /// <summary>Makes a dataset of one element, without dimensions.</summary>
    /// <typeparam name="T">The C# type of the element.</typeparam>
    /// <param name="path">Its path from here; groups on the way are made.</param>
    /// <param name="value">The element.</param>
    /// <param name="type">Its type in the file, where it is not the usual one.</param>
    public Hdf5Dataset<T> CreateScalar<T>(string path, T value, Hdf5Type? type = null) =>
        CreateDataset(path, new ReadOnlySpan<T>(ref value), Hdf5Shape.Scalar, new Hdf5DatasetOptions<T> { Type = type });

    /// <summary>Makes a dataset whose elements are those of other datasets, in this file or others.</summary>
    /// <typeparam name="T">The C# type of its elements.</typeparam>
    /// <param name="path">Its path from here; groups on the way are made.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="sources">Which elements appear where; the sources need not exist yet.</param>
    /// <param name="fill">What elements hold whose source is missing.</param>
    /// <param name="type">The type of the elements, where it is not the usual one.</param>
    public Hdf5Dataset<T> CreateVirtualDataset<T>(string path, Hdf5Shape shape, IReadOnlyList<Hdf5VirtualSource> sources, T? fill = default, Hdf5Type? type = null)
    {
        var file = Writable();
        lock (file.Structure)
        {
            var (parent, name) = Parent(path);
            var node = VirtualDatasetFactory.Create(file, shape, sources, type, fill);
            parent.Links.Add(new LinkEntry(name, null, node));
            return new Hdf5Dataset(node, PathWalk.Join(Path, path)).As<T>();
        }
    }

    /// <summary>Makes a soft link.</summary>
    /// <param name="path">The path of the link; groups on the way are made.</param>
    /// <param name="target">The path that it leads to, from its own group or from the root.</param>
    /// <exception cref="ArgumentException">The target is empty or longer than a link can hold, or there is something at the path already.</exception>
    public void LinkSoft(string path, string target)
    {
        StoredText.Check(target, "The target of a soft link", nameof(target), StoredText.Longest);
        Link(path, new LinkTarget.Soft(target));
    }

    /// <summary>Makes a link to an object of another file.</summary>
    /// <param name="path">The path of the link; groups on the way are made.</param>
    /// <param name="file">The other file, relative to the folder of this one, or absolute.</param>
    /// <param name="target">The path in the other file.</param>
    /// <exception cref="ArgumentException">The file or the target is empty, both are longer than a link can hold, or there is something at the path already.</exception>
    public void LinkExternal(string path, string file, string target)
    {
        var length = StoredText.Check(file, "The file of an external link", nameof(file), LinkTarget.External.Longest - 1);
        StoredText.Check(target, $"The target of an external link to a file whose name has {length} bytes", nameof(target), LinkTarget.External.Longest - length);
        Link(path, new LinkTarget.External(file, target));
    }

    /// <summary>Makes one more hard link to an object of this file.</summary>
    /// <param name="path">The path of the link; groups on the way are made.</param>
    /// <param name="target">The object.</param>
    public void LinkHard(string path, Hdf5Object target)
    {
        var file = Writable();
        if (target.Node.File != file)
            throw new ArgumentException($"{target} is in another file; use LinkExternal.", nameof(target));
        lock (file.Structure)
        {
            var (parent, name) = Parent(path);
            parent.Links.Add(new LinkEntry(name, null, target.Node));
            target.Node.AddReference();
        }
    }

    private void Link(string path, LinkTarget target)
    {
        var file = Writable();
        lock (file.Structure)
        {
            var (parent, name) = Parent(path);
            parent.Links.Add(new LinkEntry(name, target, null));
        }
    }

    /// <summary>The group that a new link goes to, and its name there.</summary>
    private (GroupNode Parent, string Name) Parent(string path)
    {
        var names = PathWalk.Split(path);
        if (names.Length == 0)
            throw new ArgumentException("A path has at least one name.", nameof(path));
        foreach (var name in names)
            StoredText.Check(name, "The name of a link", nameof(path));
        var parent = path.StartsWith('/') ? _node.File.Root : _node;
        foreach (var name in names[..^1])
        {
            if (PathWalk.Find(parent, name) is not { } next)
            {
                var made = GroupNode.New(_node.File);
                parent.Links.Add(new LinkEntry(name, null, made));
                next = made;
            }

            parent = next as GroupNode ?? throw new ArgumentException($"On the path {path} from {this}, {name} is not a group.", nameof(path));
        }

        if (parent.File != _node.File)
            throw new ArgumentException($"The path {path} from {this} leads into another file.", nameof(path));
        return (parent, names[^1]);
    }

    private OpenFile Writable()
    {
        _node.File.CheckOpen();
        _node.File.Sink.Check();
        return _node.File;
    }

    private static Hdf5Link Describe(LinkEntry link) => link.Target switch
    {
        LinkTarget.Soft soft => new Hdf5Link(link.Name, Hdf5LinkKind.Soft, soft.Path),
        LinkTarget.External external => new Hdf5Link(link.Name, Hdf5LinkKind.External, external.Path, external.File),
        LinkTarget.Foreign => new Hdf5Link(link.Name, Hdf5LinkKind.Foreign),
        _ => new Hdf5Link(link.Name, Hdf5LinkKind.Hard),
    };
}
