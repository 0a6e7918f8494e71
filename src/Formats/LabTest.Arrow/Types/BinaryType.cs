namespace LabTest.Arrow.Types;

/// <summary>The type of bytes of any number, up to 2 GiB in a column of a batch.</summary>
public sealed class BinaryType : ArrowType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly BinaryType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public BinaryType()
        : base(ArrowTypeId.Binary, "binary")
    {
    }
}
