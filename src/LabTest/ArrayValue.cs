namespace LabTest;

/// <summary>Numbers of one unit, in order.</summary>
/// <param name="Values">The numbers.</param>
/// <param name="ElementUnit">What each counts.</param>
public sealed record ArrayValue(ReadOnlyMemory<double> Values, Unit ElementUnit) : MeasuredValue
{
    /// <inheritdoc/>
    public override Unit Unit => ElementUnit;

    /// <inheritdoc/>
    public override string ToString() => $"{Values.Length} values";
}
