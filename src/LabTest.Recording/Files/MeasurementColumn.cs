namespace LabTest.Recording.Files;

/// <summary>A column of measurements.arrows and of /measurements in data.h5: its name, and what a row has in it.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsOptional">Whether a row may have nothing in it.</param>
internal abstract record MeasurementColumn(string Name, bool IsOptional)
{
    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<MeasurementColumn> All { get; } =
    [
        new Long("number", static r => r.Taken.Number),
        new Time("time", static r => r.Taken.Time),
        new Text("test", IsOptional: true, static r => r.Test),
        new Text("name", IsOptional: false, static r => r.Taken.Name),
        new Number("value", static r => r.Taken.Value),
        new Text("unit", IsOptional: false, static r => r.Taken.Unit),
        new Number("uncertainty", static r => r.Taken.Uncertainty),
        new Number("lower", static r => r.Lower),
        new Number("upper", static r => r.Upper),
        new Text("verdict", IsOptional: false, static r => r.Verdict.ToString()),
        new Text("limits", IsOptional: true, static r => r.Limits),
        new Text("text", IsOptional: true, static r => r.Taken.Text),
        new Flag("flag", static r => r.Taken.Flag),
        new Text("dataset", IsOptional: true, static r => r.Taken.Dataset),
        new Text("source", IsOptional: true, static r => r.Taken.Source),
        new Text("conditions", IsOptional: true, static r => r.Conditions),
        new Count("samples", static r => r.Taken.Samples),
        new Count("index", static r => r.Taken.Index),
        new Count("attempt", static r => r.Taken.Attempt),
    ];

    /// <summary>Integers of 64 bits.</summary>
    internal sealed record Long(string Name, Func<MeasurementRow, long> Of) : MeasurementColumn(Name, IsOptional: false);

    /// <summary>Nanoseconds since 1970, UTC.</summary>
    internal sealed record Time(string Name, Func<MeasurementRow, long> Of) : MeasurementColumn(Name, IsOptional: false);

    /// <summary>Integers of 32 bits.</summary>
    internal sealed record Count(string Name, Func<MeasurementRow, int> Of) : MeasurementColumn(Name, IsOptional: false);

    internal sealed record Number(string Name, Func<MeasurementRow, double?> Of) : MeasurementColumn(Name, IsOptional: true);

    internal sealed record Text(string Name, bool IsOptional, Func<MeasurementRow, string?> Of) : MeasurementColumn(Name, IsOptional);

    internal sealed record Flag(string Name, Func<MeasurementRow, bool?> Of) : MeasurementColumn(Name, IsOptional: true);
}
