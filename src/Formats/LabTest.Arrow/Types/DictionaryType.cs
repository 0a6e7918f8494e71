namespace LabTest.Arrow.Types;

/// <summary>The type of columns that hold indices into a dictionary of values, which travels beside the batches.</summary>
public sealed class DictionaryType : ArrowType
{
    /// <summary>Makes the type.</summary>
    /// <param name="indexType">An integer type; signed ones are understood most widely.</param>
    /// <param name="valueType">The type of the dictionary's values.</param>
    /// <param name="ordered">Whether the order of the dictionary's values has a meaning.</param>
    /// <exception cref="ArgumentException"><paramref name="indexType"/> is not an integer.</exception>
    public DictionaryType(IArrowType indexType, IArrowType valueType, bool ordered)
        : base(ArrowTypeId.Dictionary, "dictionary")
    {
        ArgumentNullException.ThrowIfNull(indexType);
        ArgumentNullException.ThrowIfNull(valueType);
        if (indexType.TypeId is < ArrowTypeId.UInt8 or > ArrowTypeId.Int64)
            throw new ArgumentException($"A dictionary is indexed by integers, not by {indexType}.", nameof(indexType));
        if (valueType is DictionaryType)
            throw new ArgumentException("The values of a dictionary cannot themselves be dictionary-encoded.", nameof(valueType));
        IndexType = indexType;
        ValueType = valueType;
        Ordered = ordered;
    }

    /// <summary>The type of the indices.</summary>
    public IArrowType IndexType { get; }

    /// <summary>The type of the dictionary's values.</summary>
    public IArrowType ValueType { get; }

    /// <summary>Whether the order of the dictionary's values has a meaning.</summary>
    public bool Ordered { get; }

    /// <inheritdoc/>
    public override bool IsFixedWidth => true;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}<{ValueType}, {IndexType}>";
}
