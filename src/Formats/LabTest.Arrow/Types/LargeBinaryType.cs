namespace LabTest.Arrow.Types;

/// <summary>The type of bytes of any number with 64-bit offsets.</summary>
public sealed class LargeBinaryType : ArrowType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly LargeBinaryType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public LargeBinaryType()
        : base(ArrowTypeId.LargeBinary, "large_binary")
    {
    }
}
