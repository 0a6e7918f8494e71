namespace LabTest.Arrow;

/// <summary>Joins arrays, such as the same column of several batches.</summary>
public static class ArrowArrayConcatenator
{
    /// <summary>One array of the values of all, copied; <see langword="null"/> if there are no arrays.</summary>
    /// <exception cref="ArgumentException">The arrays are not all of the same type.</exception>
    /// <exception cref="NotSupportedException">The arrays are of views, or have dictionaries of which one is not the beginning of the next.</exception>
    public static IArrowArray? Concatenate(IReadOnlyList<IArrowArray> arrowArrayList)
    {
        ArgumentNullException.ThrowIfNull(arrowArrayList);
        if (arrowArrayList.Count == 0)
            return null;

        var type = arrowArrayList[0].Data.DataType;
        var joined = new GrowingColumn(ColumnPlan.Of(new Schema([new Field(string.Empty, type, nullable: true)], metadata: null))[0]);
        foreach (var array in arrowArrayList)
        {
            if (!TypeEquality.Same(type, array.Data.DataType))
                throw new ArgumentException($"An array of {array.Data.DataType} cannot follow one of {type}.", nameof(arrowArrayList));
            joined.Append(array.Data);
        }

        return ArrowArrayFactory.BuildArray(joined.Snapshot());
    }
}
