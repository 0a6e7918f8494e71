namespace LabTest.Arrow.Types;

/// <summary>The type of a column or of the values nested in one.</summary>
public interface IArrowType
{
    /// <summary>Which kind of type this is.</summary>
    ArrowTypeId TypeId { get; }

    /// <summary>The type's name as Arrow's libraries print it, such as <c>int32</c> or <c>timestamp</c>.</summary>
    string Name { get; }

    /// <summary>Whether every value takes the same number of bits.</summary>
    bool IsFixedWidth { get; }
}
