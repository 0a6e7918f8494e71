namespace LabTest.Arrow;

/// <summary>Collects values for an array, in calls that can be chained.</summary>
/// <typeparam name="TArray">The array that is built.</typeparam>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public interface IArrowArrayBuilder<out TArray, out TBuilder> : IArrowArrayBuilder<TArray>
    where TArray : IArrowArray
    where TBuilder : IArrowArrayBuilder<TArray>
{
    /// <summary>Appends a null.</summary>
    TBuilder AppendNull();

    /// <summary>Makes room for <paramref name="capacity"/> more values.</summary>
    TBuilder Reserve(int capacity);

    /// <summary>Removes all values and keeps the room.</summary>
    TBuilder Clear();
}
