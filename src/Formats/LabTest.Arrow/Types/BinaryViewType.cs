namespace LabTest.Arrow.Types;

/// <summary>The type of bytes held as views, as polars writes its files.</summary>
public sealed class BinaryViewType : ArrowType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly BinaryViewType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public BinaryViewType()
        : base(ArrowTypeId.BinaryView, "binary_view")
    {
    }
}
