using LabTest.Units;

namespace LabTest.Data;

/// <summary>What is known of a column beside its values, and stays known when rows are taken or it gets another name or unit.</summary>
internal sealed record ColumnNature
{
    /// <summary>Nothing: a column that was made by hand.</summary>
    public static ColumnNature Unknown { get; } = new();

    /// <summary>Who records what is asserted of it; null for one that no bench made.</summary>
    public IMeasurementScope? Scope { get; init; }

    /// <summary>What it is called in the record, such as <c>load_regulation/dmm.reading</c>; null for one that no bench made.</summary>
    public string? RecordName { get; init; }

    /// <summary>The standard uncertainty of each value, in the column's unit, NaN where it is unknown; empty where none is known.</summary>
    public ReadOnlyMemory<double> Uncertainties { get; init; }

    /// <summary>The unit the numbers were converted from; null where they are as they were measured.</summary>
    public Unit? ConvertedFrom { get; init; }

    /// <summary>The standard uncertainty of a value, as a difference between two values of the column; null where it is unknown.</summary>
    public Quantity? UncertaintyOf(Column column, int row) =>
        Uncertainties.IsEmpty || double.IsNaN(Uncertainties.Span[row]) ? null : column.Difference(Uncertainties.Span[row]);

    /// <summary>What a number of the column may be off by from converting it.</summary>
    public double RoundingOf(double number, Unit unit) => ConvertedFrom is not { } from
        ? 0
        : 2 * RoundingBounds.OfConversion(new Quantity(number, unit).In(from), 0, from, unit, number);

    /// <summary>The nature of chosen rows; -1 is a missing one.</summary>
    public ColumnNature Take(ReadOnlySpan<int> rows)
    {
        if (Uncertainties.IsEmpty)
            return this;
        var taken = new double[rows.Length];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = rows[i] < 0 ? double.NaN : Uncertainties.Span[rows[i]];
        return this with { Uncertainties = taken };
    }

    /// <summary>The nature in another unit. A level has no constant share of an amount: between the two, uncertainties are not known.</summary>
    public ColumnNature To(Unit from, Unit to) => this with
    {
        ConvertedFrom = from.Equals(to) ? ConvertedFrom : ConvertedFrom ?? from,
        Uncertainties = (from.Kind == UnitKind.Level) != (to.Kind == UnitKind.Level)
            ? default
            : Uncertainties.ToArray().Select(u => from.Kind == UnitKind.Level ? u : (from.Factor / to.Factor).Apply(u)).ToArray(),
    };
}
