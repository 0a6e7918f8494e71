using System.Collections;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5;

/// <summary>The attributes of an object: small named values.</summary>
public sealed class Hdf5Attributes : IEnumerable<Hdf5Attribute>
{
    private const int LongestName = StoredText.Longest - 1;

    private readonly ObjectNode _node;

    internal Hdf5Attributes(ObjectNode node) => _node = node;

    /// <summary>An attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Hdf5Attribute this[string name] => Find(name) ?? throw new KeyNotFoundException($"{_node.File.Source.Name}: the object has no attribute {name}.");

    /// <summary>Looks for an attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The attribute, or null.</returns>
    public Hdf5Attribute? Find(string name)
    {
        _node.File.CheckOpen();
        lock (_node.File.Structure)
            return _node.Attributes.Find(name) is { } message ? new Hdf5Attribute(_node, message) : null;
    }

    /// <summary>Whether there is an attribute of that name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>Reads a single value.</summary>
    /// <typeparam name="T">Its C# type.</typeparam>
    /// <param name="name">The attribute's name.</param>
    public T Get<T>(string name) => this[name].Read<T>();

    /// <summary>Reads an array of values.</summary>
    /// <typeparam name="T">Their C# type.</typeparam>
    /// <param name="name">The attribute's name.</param>
    public T[] GetArray<T>(string name) => this[name].ReadArray<T>();

    /// <summary>Sets an attribute to a single value; one of that name is replaced.</summary>
    /// <typeparam name="T">The C# type of the value.</typeparam>
    /// <param name="name">The attribute's name.</param>
    /// <param name="value">The value.</param>
    public void Set<T>(string name, T value) => Set(name, new ReadOnlySpan<T>(ref value), Hdf5Shape.Scalar);

    /// <summary>Sets an attribute to an array of values of one dimension; one of that name is replaced.</summary>
    /// <typeparam name="T">The C# type of the values.</typeparam>
    /// <param name="name">The attribute's name.</param>
    /// <param name="values">The values.</param>
    public void Set<T>(string name, T[] values) => Set<T>(name, values, Hdf5Shape.Fixed(values.Length));

    /// <summary>Sets an attribute to values of any extents; one of that name is replaced.</summary>
    /// <typeparam name="T">The C# type of the values.</typeparam>
    /// <param name="name">The attribute's name.</param>
    /// <param name="values">The values, in the order of rows.</param>
    /// <param name="shape">Their extents.</param>
    /// <param name="type">Their type in the file, where it is not the usual one.</param>
    public void Set<T>(string name, ReadOnlySpan<T> values, Hdf5Shape shape, Hdf5Type? type = null)
    {
        var file = _node.File;
        file.CheckOpen();
        file.Sink.Check();
        StoredText.Check(name, "The name of an attribute", nameof(name), LongestName);
        if (values.Length != shape.Count)
            throw new ArgumentException($"{values.Length} values are given for the extents {shape}.", nameof(values));

        var codec = ElementCodecs.For<T>(type ?? Hdf5Type.Of<T>());
        var data = new byte[checked(values.Length * codec.FileType.Size)];
        lock (file.Structure)
        {
            codec.Encode(values, data, file.Heap);
            _node.Attributes.Set(new AttributeMessage(name, codec.FileType, shape, data));
        }
    }

    /// <summary>Sets an attribute that has a type but no value; one of that name is replaced.</summary>
    /// <typeparam name="T">The C# type that a value would have.</typeparam>
    /// <param name="name">The attribute's name.</param>
    public void SetNull<T>(string name) => Set<T>(name, default, Hdf5Shape.Null);

    /// <inheritdoc/>
    public IEnumerator<Hdf5Attribute> GetEnumerator()
    {
        _node.File.CheckOpen();
        List<Hdf5Attribute> all;
        lock (_node.File.Structure)
            all = [.. _node.Attributes.All().Select(m => new Hdf5Attribute(_node, m))];
        return all.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
