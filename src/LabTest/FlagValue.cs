namespace LabTest;

/// <summary>Yes or no.</summary>
/// <param name="Flag">Whether it is so.</param>
public sealed record FlagValue(bool Flag) : MeasuredValue
{
    /// <inheritdoc/>
    public override Unit Unit => Unit.One;

    /// <inheritdoc/>
    public override string ToString() => Flag ? "yes" : "no";
}
