namespace LabTest.Arrow;

/// <summary>Values of one type, each of which may be null. Arrays never change.</summary>
public interface IArrowArray
{
    /// <summary>The number of values.</summary>
    int Length { get; }

    /// <summary>Where the first value lies in the buffers, in values.</summary>
    int Offset { get; }

    /// <summary>The number of values that are null.</summary>
    int NullCount { get; }

    /// <summary>Type, buffers and children.</summary>
    ArrayData Data { get; }

    /// <summary>Whether the value at <paramref name="index"/> is null.</summary>
    bool IsNull(int index);

    /// <summary>Whether there is a value at <paramref name="index"/>.</summary>
    bool IsValid(int index);
}
