namespace LabTest;

/// <summary>A text, such as a serial number or a firmware version.</summary>
/// <param name="Text">The text.</param>
public sealed record TextValue(string Text) : MeasuredValue
{
    /// <inheritdoc/>
    public override Unit Unit => Unit.One;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
