namespace LabTest.Hdf5;

/// <summary>A whole number whose values have names.</summary>
public sealed class Hdf5EnumType : Hdf5Type
{
    internal Hdf5EnumType(Hdf5IntegerType baseType, IReadOnlyList<KeyValuePair<string, long>> members)
    {
        BaseType = baseType;
        Members = members;
    }

    /// <summary>The numbers that are stored.</summary>
    public Hdf5IntegerType BaseType { get; }

    /// <summary>The names and their values; a value above <see cref="long.MaxValue"/> appears as a negative number.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Members { get; }

    /// <inheritdoc/>
    public override int Size => BaseType.Size;

    /// <inheritdoc/>
    public override string ToString() => $"enumeration of {Members.Count} over {BaseType}";
}
