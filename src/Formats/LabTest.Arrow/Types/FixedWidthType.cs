namespace LabTest.Arrow.Types;

/// <summary>A type whose values all take the same number of bits.</summary>
public abstract class FixedWidthType : ArrowType
{
    private protected FixedWidthType(ArrowTypeId typeId, string name, int bitWidth)
        : base(typeId, name) => BitWidth = bitWidth;

    /// <summary>The number of bits that a value takes.</summary>
    public int BitWidth { get; }

    /// <inheritdoc/>
    public override bool IsFixedWidth => true;
}
