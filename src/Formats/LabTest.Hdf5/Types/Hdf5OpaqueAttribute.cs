namespace LabTest.Hdf5;

/// <summary>Marks a struct as opaque: its bytes are stored as they are, under a tag, whatever its fields.</summary>
/// <param name="tag">What the bytes are, in ASCII.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class Hdf5OpaqueAttribute(string tag) : Attribute
{
    /// <summary>What the bytes are.</summary>
    public string Tag => tag;
}
