namespace LabTest.Hdf5;

/// <summary>Gives a field of a struct another name in the file's compound type.</summary>
/// <param name="name">The name in the file.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class Hdf5MemberAttribute(string name) : Attribute
{
    /// <summary>The name in the file.</summary>
    public string Name => name;
}
