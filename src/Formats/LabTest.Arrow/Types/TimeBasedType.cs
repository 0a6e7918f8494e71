namespace LabTest.Arrow.Types;

/// <summary>A time held as a number of units.</summary>
public abstract class TimeBasedType : FixedWidthType
{
    private protected TimeBasedType(ArrowTypeId typeId, string name, int bitWidth, TimeUnit unit)
        : base(typeId, name, bitWidth) => Unit = unit;

    /// <summary>What the stored numbers count.</summary>
    public TimeUnit Unit { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}[{Unit}]";
}
