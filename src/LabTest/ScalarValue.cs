namespace LabTest;

/// <summary>A number with its unit.</summary>
/// <param name="Quantity">The number and its unit.</param>
public sealed record ScalarValue(Quantity Quantity) : MeasuredValue
{
    /// <inheritdoc/>
    public override Unit Unit => Quantity.Unit;

    /// <inheritdoc/>
    public override string ToString() => Quantity.ToString();
}
