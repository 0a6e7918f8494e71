namespace LabTest.Arrow;

/// <summary>Collects values for an array.</summary>
/// <typeparam name="TArray">The array that is built.</typeparam>
public interface IArrowArrayBuilder<out TArray>
    where TArray : IArrowArray
{
    /// <summary>The number of values so far, nulls included.</summary>
    int Length { get; }

    /// <summary>An array with a copy of the values so far; the builder can go on.</summary>
    TArray Build();
}
