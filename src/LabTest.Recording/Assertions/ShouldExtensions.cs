using LabTest.Data;

namespace LabTest.Recording.Assertions;

/// <summary>Where assertions on what was measured begin.</summary>
public static class ShouldExtensions
{
    /// <summary>Asserts on a measurement.</summary>
    public static MeasurementAssertions Should(this Measurement measurement) => new(measurement);

    /// <summary>Asserts on a quantity that was only looked at; nothing is recorded.</summary>
    public static QuantityAssertions Should(this Quantity quantity) => new(quantity);

    /// <summary>Asserts on every value of a column.</summary>
    public static ColumnAssertions Should(this Column column) => new(column);

    /// <summary>Asserts on a table.</summary>
    public static TableAssertions Should(this Table table) => new(table);
}
