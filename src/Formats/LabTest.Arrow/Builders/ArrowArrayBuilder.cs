namespace LabTest.Arrow;

/// <summary>The base of all builders: validity, and what every type does alike.</summary>
/// <typeparam name="TArray">The array that is built.</typeparam>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public abstract class ArrowArrayBuilder<TArray, TBuilder> : IArrowArrayBuilder<TArray, TBuilder>
    where TArray : IArrowArray
    where TBuilder : ArrowArrayBuilder<TArray, TBuilder>
{
    private protected ArrowArrayBuilder()
    {
    }

    /// <inheritdoc/>
    public int Length => Validity.Length;

    /// <summary>How many of the values are null.</summary>
    public int NullCount => Validity.NullCount;

    private protected ValidityBuilder Validity { get; } = new();

    private protected TBuilder Self => (TBuilder)this;

    /// <inheritdoc/>
    public TBuilder AppendNull()
    {
        AppendSlot();
        Validity.AppendNull();
        return Self;
    }

    /// <inheritdoc/>
    public TBuilder Reserve(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ReserveSlots(capacity);
        return Self;
    }

    /// <inheritdoc/>
    public TBuilder Clear()
    {
        ClearSlots();
        Validity.Clear();
        return Self;
    }

    /// <inheritdoc/>
    public TArray Build() => Create();

    private protected TBuilder AppendEach<T>(IEnumerable<T> values, Func<T, TBuilder> append)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            append(value);
        return Self;
    }

    /// <summary>Appends what stands in the buffers for a null.</summary>
    private protected abstract void AppendSlot();

    private protected abstract void ReserveSlots(int count);

    private protected abstract void ClearSlots();

    private protected abstract TArray Create();
}
