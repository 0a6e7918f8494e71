using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>Nothing but nulls.</summary>
public sealed class NullArray : Array
{
    /// <summary>Makes an array of <paramref name="length"/> nulls.</summary>
    public NullArray(int length)
        : this(new ArrayData(NullType.Default, length, nullCount: length))
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public NullArray(ArrayData data)
        : base(data.Require(ArrowTypeId.Null))
    {
    }

    /// <inheritdoc/>
    public override bool IsValid(int index) => false;

    /// <summary>Collects nulls.</summary>
    public sealed class Builder : ArrowArrayBuilder<NullArray, Builder>
    {
        private protected override void AppendSlot()
        {
        }

        private protected override void ReserveSlots(int count)
        {
        }

        private protected override void ClearSlots()
        {
        }

        private protected override NullArray Create() => new(Length);
    }
}
