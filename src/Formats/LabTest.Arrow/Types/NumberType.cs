namespace LabTest.Arrow.Types;

/// <summary>An integer or a floating-point number.</summary>
public abstract class NumberType : FixedWidthType
{
    private protected NumberType(ArrowTypeId typeId, string name, int bitWidth, bool isSigned)
        : base(typeId, name, bitWidth) => IsSigned = isSigned;

    /// <summary>Whether values below zero can be held.</summary>
    public bool IsSigned { get; }
}
