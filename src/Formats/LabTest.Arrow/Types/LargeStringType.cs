namespace LabTest.Arrow.Types;

/// <summary>The type of UTF-8 text with 64-bit offsets.</summary>
public sealed class LargeStringType : ArrowType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly LargeStringType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public LargeStringType()
        : base(ArrowTypeId.LargeString, "large_utf8")
    {
    }
}
