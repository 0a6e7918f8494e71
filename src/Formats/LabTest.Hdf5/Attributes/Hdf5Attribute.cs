using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5;

/// <summary>A small named value on an object, as it was when it was looked up.</summary>
public sealed class Hdf5Attribute
{
    private readonly ObjectNode _node;
    private readonly AttributeMessage _message;

    internal Hdf5Attribute(ObjectNode node, AttributeMessage message)
    {
        _node = node;
        _message = message;
    }

    /// <summary>Its name.</summary>
    public string Name => _message.Name;

    /// <summary>The type of its values in the file.</summary>
    public Hdf5Type Type => _message.Type;

    /// <summary>The extents of its values.</summary>
    public Hdf5Shape Shape => _message.Shape;

    /// <summary>Reads a single value.</summary>
    /// <typeparam name="T">Its C# type.</typeparam>
    /// <exception cref="InvalidOperationException">The attribute has no value, or several.</exception>
    public T Read<T>() => ReadArray<T>() is [var value]
        ? value
        : throw new InvalidOperationException($"The attribute {Name} has {Shape.Count} values.");

    /// <summary>Reads all values, in the order of rows.</summary>
    /// <typeparam name="T">Their C# type.</typeparam>
    public T[] ReadArray<T>()
    {
        _node.File.CheckOpen();
        var values = new T[Shape.Count];
        ElementCodecs.For<T>(Type).Decode(_message.Data, values, _node.File.Heap);
        return values;
    }
}
